package io.uringboot.engine.http1;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is given later. Until then the connection answers nothing else, so that
 * answers keep the order of the requests (RFC 9112 §9.3.2).
 */
public final class DeferredResponse {

	private final AtomicReference<@Nullable Consumer<ResponseWriter>> answer = new AtomicReference<>();

	private final EventLoop eventLoop;

	private final Consumer<DeferredResponse> completed;

	final boolean head;

	final boolean http11;

	final boolean close;

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
	 * @return whether this was the first call; later ones have no effect
	 */
	public boolean complete(Consumer<ResponseWriter> answer) {
		if (!this.answer.compareAndSet(null, answer)) {
			return false;
		}
		// Also on the event loop itself: the handler that deferred may not have returned
		// yet.
		this.eventLoop.execute(() -> this.completed.accept(this));
		return true;
	}

	/**
	 * Whether the connection is gone, so that no answer is needed any more. Any thread.
	 * @return whether the connection is gone
	 */
	public boolean isConnectionClosed() {
		return this.connectionClosed;
	}

	void connectionClosed() {
		this.connectionClosed = true;
	}

	Consumer<ResponseWriter> answer() {
		Consumer<ResponseWriter> answer = this.answer.get();
		if (answer == null) {
			throw new IllegalStateException("not completed");
		}
		return answer;
	}

}
