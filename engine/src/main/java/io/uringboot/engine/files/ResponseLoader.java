package io.uringboot.engine.files;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.uringboot.engine.files.ResponseCache.Key;

/**
 * Makes answers off the event loops, each by one thread at a time. Thread-safe.
 */
final class ResponseLoader {

	/**
	 * How many answers may be in the making, so that a scan does not fill the executor.
	 */
	private static final int MAX_LOADING = 32;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(ResponseLoader.class);

	private final FileSource source;

	private final Executor executor;

	private final BiConsumer<Key, KeptResponse> loaded;

	private final Set<Key> loading = ConcurrentHashMap.newKeySet();

	ResponseLoader(FileSource source, Executor executor, BiConsumer<Key, KeptResponse> loaded) {
		this.source = source;
		this.executor = executor;
		this.loaded = loaded;
	}

	/** Starts to make an answer, unless it is being made or too many are. */
	void load(Key key) {
		if (this.loading.size() >= MAX_LOADING || !this.loading.add(key)) {
			return;
		}
		try {
			this.executor.execute(() -> run(key));
		}
		catch (RejectedExecutionException ex) {
			this.loading.remove(key);
			logger.debug("No answer is made for {}", key, ex);
		}
	}

	private void run(Key key) {
		try {
			FileResponse response = this.source.load(key.path(), key.accepted());
			if (response != null) {
				keep(key, KeptResponse.of(response));
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("The answer for {} cannot be kept; the standard path gives it", key, ex);
		}
		finally {
			this.loading.remove(key);
		}
	}

	/** The content belongs to the states only if nothing changed while it was read. */
	private void keep(Key key, KeptResponse response) {
		if (response.isSettled() && response.isCurrent()) {
			this.loaded.accept(key, response);
		}
	}

}
