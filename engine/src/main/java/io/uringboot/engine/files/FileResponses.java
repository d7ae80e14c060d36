package io.uringboot.engine.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.FastPathHandler;
import io.uringboot.engine.files.ResponseCache.Key;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD requests for files from memory, as long as the files are what they
 * were when they were read. What is not in memory, or has changed, is left to the
 * standard path, and read for the next request in the meantime. So is every request of
 * which more than the path, the accepted codings and the validators counts. Thread-safe.
 */
public final class FileResponses implements FastPathHandler {

	private static final byte[] ACCEPT_ENCODING = ascii("accept-encoding");

	/**
	 * A part is asked for, a condition is made that the standard path weighs up, or the
	 * answer may depend on another origin.
	 */
	private static final List<byte[]> LEFT_TO_THE_STANDARD_PATH = List.of(ascii("range"), ascii("if-range"),
			ascii("if-match"), ascii("if-unmodified-since"), ascii("origin"));

	private final boolean negotiated;

	private final long checkIntervalNanos;

	private final ResponseCache cache;

	private final ResponseLoader loader;

	private FileResponses(FileSource source, boolean negotiated, Duration checkInterval, ResponseCache cache,
			Executor executor) {
		this.negotiated = negotiated;
		this.checkIntervalNanos = checkInterval.toNanos();
		this.cache = cache;
		this.loader = new ResponseLoader(source, executor, cache::put);
	}

	/**
	 * Creates a handler.
	 * @param source knows what the standard path answers
	 * @param negotiated whether the answers depend on {@code Accept-Encoding}
	 * @param maxBytes how many bytes the answers may take that are kept, above 0
	 * @param checkInterval how long files are taken for unchanged after a look at them;
	 * zero to look at each request
	 * @param executor makes answers; must not do so on the calling thread
	 * @return the handler
	 * @throws IllegalArgumentException if a number is out of its range
	 */
	public static FileResponses of(FileSource source, boolean negotiated, long maxBytes, Duration checkInterval,
			Executor executor) {
		if (maxBytes <= 0 || checkInterval.isNegative()) {
			throw new IllegalArgumentException("'maxBytes' must be positive and 'checkInterval' not negative, but are "
					+ maxBytes + " and " + checkInterval);
		}
		return new FileResponses(source, negotiated, checkInterval, new ResponseCache(maxBytes), executor);
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		RequestHead head = exchange.head();
		for (byte[] name : LEFT_TO_THE_STANDARD_PATH) {
			if (exchange.hasField(name)) {
				return false;
			}
		}
		AcceptedCodings accepted = this.negotiated ? accepted(head) : AcceptedCodings.NONE;
		if (accepted == null) {
			return false;
		}
		Key key = new Key(exchange.path(), accepted);
		KeptResponse response = this.cache.get(key);
		if (response != null && response.isCurrent(this.checkIntervalNanos)) {
			return response.answer(head, exchange.compression(), exchange.response());
		}
		if (response != null) {
			this.cache.remove(key, response);
		}
		if (isNormal(key.path())) {
			this.loader.load(key);
		}
		return false;
	}

	private static @Nullable AcceptedCodings accepted(RequestHead head) {
		int index = head.indexOfField(ACCEPT_ENCODING, 0);
		if (index < 0) {
			return AcceptedCodings.NONE;
		}
		if (head.indexOfField(ACCEPT_ENCODING, index + 1) >= 0) {
			return null;
		}
		return AcceptedCodings.parse(head.fieldValue(index));
	}

	/**
	 * Whether a path could not be written in another way: each file is kept once, and
	 * nothing that climbs or hides is looked at.
	 */
	private static boolean isNormal(String path) {
		return !path.contains("//") && !path.contains("/.") && !path.endsWith("/");
	}

	/**
	 * Bytes that the answers take which are kept, roughly.
	 * @return the bytes
	 */
	public long keptBytes() {
		return this.cache.weight();
	}

	/**
	 * How many answers are kept.
	 * @return the number
	 */
	public int keptResponses() {
		return this.cache.size();
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
