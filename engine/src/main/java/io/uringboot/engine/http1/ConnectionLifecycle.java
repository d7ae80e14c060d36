package io.uringboot.engine.http1;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateHandler;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

/**
 * How long a connection lives: which answer is its last one, and what its timeouts learn
 * of requests that they do not see.
 */
final class ConnectionLifecycle {

	private final ChannelHandlerContext ctx;

	private final Http1Settings settings;

	private final ConnectionClosing closing;

	private boolean stopping;

	private boolean answeredInPlace;

	/** Whether the rest of a request is awaited. */
	private boolean awaited;

	private boolean progressed;

	ConnectionLifecycle(ChannelHandlerContext ctx, Http1Settings settings, ConnectionClosing closing) {
		this.ctx = ctx;
		this.settings = settings;
		this.closing = closing;
	}

	/** Whether the answer to the request is the connection's last one. */
	boolean isLast(RequestHead head) {
		int max = this.settings.maxKeepAliveRequests();
		return this.stopping || !head.isKeepAlive() || (max > 0 && requests().get() + 1 >= max);
	}

	/**
	 * reactor-netty's count of the connection's requests, which also decides about its
	 * last one.
	 */
	private AtomicLong requests() {
		return (AtomicLong) Connection.from(this.ctx.channel());
	}

	void answeredInPlace() {
		this.answeredInPlace = true;
		if (this.settings.maxKeepAliveRequests() > 0) {
			requests().incrementAndGet();
		}
	}

	/** A request whose answer in place was left for later takes the standard path. */
	void notAnsweredInPlace() {
		if (this.settings.maxKeepAliveRequests() > 0) {
			requests().decrementAndGet();
		}
	}

	/**
	 * Called when a read has completed.
	 * @param partial whether a request has been received in part only
	 */
	void readCompleted(boolean partial) {
		if (this.answeredInPlace) {
			this.answeredInPlace = false;
			if (this.settings.idleTimeout()) {
				resetIdleTimeout();
			}
		}
		if (partial && (!this.awaited || this.progressed)) {
			awaitRest();
		}
		else if (!partial && this.awaited) {
			this.awaited = false;
			this.settings.requestTimeouts().received(this.ctx);
		}
		this.progressed = false;
	}

	/** A request has been taken in: what is there in part now is the next one. */
	void requestReceived() {
		this.progressed = true;
	}

	/** More of a content has been asked for. */
	void contentAwaited() {
		awaitRest();
	}

	private void awaitRest() {
		this.awaited = true;
		this.settings.requestTimeouts().awaited(this.ctx);
	}

	/**
	 * reactor-netty's handler stands behind the codec and does not see what is answered
	 * in place.
	 */
	private void resetIdleTimeout() {
		if (this.ctx.pipeline().get(NettyPipeline.IdleTimeoutHandler) instanceof IdleStateHandler handler) {
			handler.resetReadTimeout();
		}
	}

	boolean isStopping() {
		return this.stopping;
	}

	/** The connection is to end after the answer that is being made. */
	void stopping(ChannelPromise promise) {
		this.stopping = true;
		this.closing.notifyWhenClosed(promise);
	}

	void inactive() {
		if (this.awaited) {
			this.awaited = false;
			this.settings.requestTimeouts().received(this.ctx);
		}
	}

}
