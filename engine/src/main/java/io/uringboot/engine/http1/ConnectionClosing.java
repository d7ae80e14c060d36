package io.uringboot.engine.http1;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ends: after its last answer has left, and so that the client can read
 * that answer.
 */
final class ConnectionClosing {

	/** How long a client may take nothing of its last answer, or send on behind it. */
	private static final long LINGER_SECONDS = 5;

	/** How much is read and thrown away behind the last request. */
	private static final long MAX_DISCARDED = 1024 * 1024;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(ConnectionClosing.class);

	private final ChannelHandlerContext ctx;

	/** Where the connection is closed: below TLS when that has ended. */
	private ChannelHandlerContext transport;

	private @Nullable ChannelPromise promise;

	private boolean requested;

	/** Whether the client may still send, so that closing at once would reset it. */
	private boolean lingering;

	private boolean ending;

	private boolean outputEnded;

	private long discarded;

	ConnectionClosing(ChannelHandlerContext ctx) {
		this.ctx = ctx;
		this.transport = ctx;
	}

	/** The connection is to end when what has been answered is written. */
	void request(@Nullable ChannelPromise promise) {
		this.requested = true;
		if (promise != null) {
			notifyWhenClosed(promise);
		}
	}

	boolean isRequested() {
		return this.requested;
	}

	void notifyWhenClosed(ChannelPromise promise) {
		if (promise.isVoid()) {
			return;
		}
		if (this.promise == null) {
			this.promise = promise;
		}
		else {
			this.promise.addListener((future) -> promise.trySuccess());
		}
	}

	void refused(RequestError error) {
		if (logger.isDebugEnabled()) {
			logger.debug("{} Refused a request with {}: {}", this.ctx.channel(), error.status(), error.description());
		}
		this.lingering = true;
		this.requested = true;
	}

	/** Octets behind the last request have been thrown away. */
	void discarded(int octets) {
		this.discarded += octets;
		this.lingering = true;
		if (this.discarded > MAX_DISCARDED) {
			this.transport.close();
		}
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
		request(promise);
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
		if (!(this.ctx.channel() instanceof DuplexChannel channel)) {
			closeNow();
			return;
		}
		SslHandler tls = this.ctx.pipeline().get(SslHandler.class);
		if (tls == null) {
			endOutput(channel);
			return;
		}
		endTls(tls);
		// Completes when close_notify has left.
		this.transport.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((future) -> endOutput(channel));
	}

	/**
	 * RFC 8446 §6.1: close_notify says that the answer is complete. What the client still
	 * sends is not decrypted any more.
	 */
	private void endTls(SslHandler tls) {
		this.transport = this.ctx.pipeline().context(tls);
		tls.closeOutbound();
		this.ctx.pipeline().addBefore(this.transport.name(), null, new DiscardingHandler(this));
	}

	private void endOutput(DuplexChannel channel) {
		channel.shutdownOutput().addListener((future) -> {
			this.outputEnded = true;
			if (future.isSuccess() && this.lingering) {
				this.transport.read();
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
		ChannelPromise promise = this.promise;
		if (promise != null && !promise.isDone()) {
			this.transport.close(promise);
		}
		else {
			this.transport.close();
		}
	}

	private record Progress(long pending, long ofCurrent) {

	}

}
