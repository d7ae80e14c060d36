package io.uringboot.engine.http1;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

/**
 * When a connection ends, and how: after its last answer has left, and so that the client
 * can read that answer.
 */
final class ConnectionLifecycle {

	/** How long a client may take nothing of its last answer, or send on behind it. */
	private static final long LINGER_SECONDS = 5;

	/** How much is read and thrown away behind the last request. */
	private static final long MAX_DISCARDED = 1024 * 1024;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(ConnectionLifecycle.class);

	private final ChannelHandlerContext ctx;

	private final Http1Settings settings;

	private @Nullable ChannelPromise closePromise;

	private boolean closeRequested;

	private boolean stopping;

	/** Whether the client may still send, so that closing at once would reset it. */
	private boolean lingering;

	private boolean ending;

	private boolean outputEnded;

	private boolean answeredInPlace;

	/** Whether the rest of a request is awaited. */
	private boolean awaited;

	private boolean progressed;

	private long discarded;

	ConnectionLifecycle(ChannelHandlerContext ctx, Http1Settings settings) {
		this.ctx = ctx;
		this.settings = settings;
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

	void refused(RequestError error) {
		if (logger.isDebugEnabled()) {
			logger.debug("{} Refused a request with {}: {}", this.ctx.channel(), error.status(), error.description());
		}
		this.lingering = true;
		this.closeRequested = true;
	}

	void discarded(int octets) {
		this.discarded += octets;
		this.lingering = true;
		if (this.discarded > MAX_DISCARDED) {
			this.ctx.close();
		}
	}

	boolean isStopping() {
		return this.stopping;
	}

	/** The connection is to end after the answer that is being made. */
	void stopping(ChannelPromise promise) {
		this.stopping = true;
		notifyWhenClosed(promise);
	}

	void closeRequested(@Nullable ChannelPromise promise) {
		this.closeRequested = true;
		if (promise != null) {
			notifyWhenClosed(promise);
		}
	}

	private void notifyWhenClosed(ChannelPromise promise) {
		if (promise.isVoid()) {
			return;
		}
		if (this.closePromise == null) {
			this.closePromise = promise;
		}
		else {
			this.closePromise.addListener((future) -> promise.trySuccess());
		}
	}

	boolean isCloseRequested() {
		return this.closeRequested;
	}

	/** The client has not sent all that it wants to. */
	void expectMore() {
		this.lingering = true;
	}

	/** The client sends nothing any more. */
	void inputEnded() {
		this.lingering = false;
		if (this.outputEnded) {
			closeNow();
		}
	}

	/** Ends the connection; what has been written leaves before. */
	void close(ChannelPromise promise) {
		if (this.ending) {
			notifyWhenClosed(promise);
			return;
		}
		ChannelOutboundBuffer outbound = this.ctx.channel().unsafe().outboundBuffer();
		if (outbound == null || (outbound.totalPendingWriteBytes() == 0 && !this.lingering)) {
			this.ctx.close(promise);
			return;
		}
		closeRequested(promise);
		closeWhenWritten();
	}

	/**
	 * Ends the connection when everything written so far has left: a channel that is
	 * closed on io_uring cancels the write that is under way.
	 */
	void closeWhenWritten() {
		if (this.ending) {
			return;
		}
		this.ending = true;
		this.ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((future) -> {
			if (future.isSuccess() && this.lingering) {
				linger();
			}
			else {
				closeNow();
			}
		});
		closeIfNothingLeavesAfter(progress());
	}

	private void closeIfNothingLeavesAfter(Progress before) {
		later(() -> {
			Progress now = progress();
			if (this.outputEnded) {
				return; // lingering has a time of its own
			}
			if (now.equals(before)) {
				closeNow();
			}
			else {
				closeIfNothingLeavesAfter(now);
			}
		});
	}

	private Progress progress() {
		ChannelOutboundBuffer outbound = this.ctx.channel().unsafe().outboundBuffer();
		return (outbound != null) ? new Progress(outbound.totalPendingWriteBytes(), outbound.currentProgress())
				: new Progress(0, 0);
	}

	/**
	 * RFC 9112 §9.6: closes the sending side first and reads on for a while, because
	 * closing with unread input makes the system reset the connection, which can take the
	 * answer away from the client.
	 */
	private void linger() {
		boolean tls = this.ctx.pipeline().get(SslHandler.class) != null;
		if (tls || !(this.ctx.channel() instanceof DuplexChannel channel)) {
			closeNow();
			return;
		}
		channel.shutdownOutput().addListener((future) -> {
			this.outputEnded = true;
			if (future.isSuccess() && this.lingering) {
				this.ctx.read();
				later(this::closeNow);
			}
			else {
				closeNow();
			}
		});
	}

	private void later(Runnable task) {
		var timeout = this.ctx.executor().schedule(task, LINGER_SECONDS, TimeUnit.SECONDS);
		this.ctx.channel().closeFuture().addListener((future) -> timeout.cancel(false));
	}

	private void closeNow() {
		ChannelPromise promise = this.closePromise;
		if (promise != null && !promise.isDone()) {
			this.ctx.close(promise);
		}
		else {
			this.ctx.close();
		}
	}

	void inactive() {
		if (this.awaited) {
			this.awaited = false;
			this.settings.requestTimeouts().received(this.ctx);
		}
	}

	private record Progress(long pending, long ofCurrent) {

	}

}
