package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is given later, or left to the standard path later. Until then the
 * connection answers nothing else, so that answers keep the order of the requests (RFC
 * 9112 §9.3.2), and the request's octets are kept.
 */
public final class DeferredResponse {

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(DeferredResponse.class);

	private final AtomicReference<@Nullable Completion> completion = new AtomicReference<>();

	private final EventLoop eventLoop;

	private final Consumer<DeferredResponse> completed;

	final boolean head;

	final boolean http11;

	final boolean close;

	/** There as long as the response is open; event loop only. */
	private @Nullable DeferredRequest request;

	/** Told when the connection is gone; event loop only. */
	private @Nullable List<Runnable> listeners;

	private boolean done;

	private volatile boolean connectionClosed;

	DeferredResponse(EventLoop eventLoop, Consumer<DeferredResponse> completed, boolean head, boolean http11,
			boolean close) {
		this.eventLoop = eventLoop;
		this.completed = completed;
		this.head = head;
		this.http11 = http11;
		this.close = close;
	}

	/**
	 * Gives the answer. May be called from any thread.
	 * @param answer called on the connection's event loop, unless the connection is gone;
	 * it must call one of the write methods
	 * @return whether this was the first call of this method or of {@link #passOn}; later
	 * ones have no effect
	 */
	public boolean complete(Consumer<ResponseWriter> answer) {
		return complete(new Completion(answer, null));
	}

	/**
	 * Hands the request to the standard path, whole and as if it had never been anywhere
	 * else. May be called from any thread.
	 * @param attach called on the connection's event loop with its channel directly
	 * before the request is handed on, unless the connection is gone: the place to leave
	 * attributes for the standard path. If it throws, the request is answered 500 and the
	 * connection ends
	 * @return whether this was the first call of this method or of {@link #complete};
	 * later ones have no effect
	 */
	public boolean passOn(Consumer<Channel> attach) {
		return complete(new Completion(null, attach));
	}

	private boolean complete(Completion completion) {
		if (!this.completion.compareAndSet(null, completion)) {
			return false;
		}
		// Also on the event loop itself: the handler that deferred may not have returned
		// yet.
		try {
			this.eventLoop.execute(() -> this.completed.accept(this));
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The event loop has ended, and the connection with it", ex);
		}
		return true;
	}

	/**
	 * Has something done when the connection is gone before the answer was taken: neither
	 * the function given to {@link #complete} nor the one given to {@link #passOn} is
	 * called then. A client that closes its sending side only still reads the answer and
	 * is not gone. May be called from any thread, and more than once.
	 * @param action run on the connection's event loop, at once if the connection is gone
	 * already; on the calling thread if the event loop has ended
	 */
	public void onConnectionClosed(Runnable action) {
		if (this.eventLoop.inEventLoop()) {
			listen(action);
			return;
		}
		try {
			this.eventLoop.execute(() -> listen(action));
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The event loop has ended, and the connection with it", ex);
			run(action);
		}
	}

	private void listen(Runnable action) {
		if (this.connectionClosed) {
			run(action);
		}
		else if (!this.done) {
			if (this.listeners == null) {
				this.listeners = new ArrayList<>(1);
			}
			this.listeners.add(action);
		}
	}

	private static void run(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			logger.warn("What was to be done at the end of a connection failed", ex);
		}
	}

	/**
	 * Whether the connection is gone, so that no answer is needed any more. Any thread.
	 * @return whether the connection is gone
	 */
	public boolean isConnectionClosed() {
		return this.connectionClosed;
	}

	/** Nobody waits for the answer any more. */
	void abandoned() {
		List<Runnable> listeners = this.listeners;
		this.connectionClosed = true;
		this.request = null;
		this.listeners = null;
		if (listeners != null) {
			listeners.forEach(DeferredResponse::run);
		}
	}

	void keep(DeferredRequest request) {
		this.request = request;
	}

	/** Takes the request out: the answer is being given. */
	DeferredRequest takeRequest() {
		DeferredRequest request = this.request;
		if (request == null) {
			throw new IllegalStateException("not open");
		}
		this.request = null;
		this.listeners = null;
		this.done = true;
		return request;
	}

	Completion completion() {
		Completion completion = this.completion.get();
		if (completion == null) {
			throw new IllegalStateException("not completed");
		}
		return completion;
	}

	/** One of the two ways in which a deferred response ends. */
	record Completion(@Nullable Consumer<ResponseWriter> answer, @Nullable Consumer<Channel> attach) {

	}

}
