package io.uringboot.engine.http1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Stands before Netty's codec from a request to switch protocols until its answer. What
 * the client sends meanwhile is held. If the protocol is switched, it goes on without
 * this handler; if not, our codec comes back, so that no client can choose the laxer one
 * by asking for an upgrade that is refused.
 */
final class UpgradeGuard extends ChannelDuplexHandler {

	static final String NAME = "uring.upgradeGuard";

	private static final byte[] SWITCHING = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] SUCCESS = "HTTP/1.1 2".getBytes(StandardCharsets.US_ASCII);

	private final Http1Settings settings;

	private final byte[] switchedBy;

	private @Nullable ChannelHandlerContext ctx;

	private @Nullable ByteBuf held;

	private boolean answered;

	private boolean readHeldBack;

	private boolean inputShutdown;

	UpgradeGuard(Http1Settings settings, boolean connect) {
		this.settings = settings;
		this.switchedBy = connect ? SUCCESS : SWITCHING;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.ctx = ctx;
		Http1ServerCodec.allowHalfClosure(ctx, true);
	}

	/** Passes on the request and holds what is behind it. */
	void forward(ByteBuf input, int headLength) {
		ChannelHandlerContext ctx = this.ctx;
		if (ctx == null) {
			input.release();
			throw new IllegalStateException("not added to a pipeline");
		}
		ByteBuf head = input.readRetainedSlice(headLength);
		if (input.isReadable()) {
			this.held = ctx.alloc().buffer(input.readableBytes()).writeBytes(input);
		}
		input.release();
		ctx.fireChannelRead(head);
		ctx.fireChannelReadComplete();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof ByteBuf input)) {
			ctx.fireChannelRead(message);
			return;
		}
		if (this.held == null) {
			this.held = ctx.alloc().buffer(input.readableBytes());
		}
		this.held.writeBytes(input);
		input.release();
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (this.inputShutdown) {
			return;
		}
		if (this.held != null && this.held.readableBytes() >= this.settings.limits().maxHeld()) {
			this.readHeldBack = true;
		}
		else {
			ctx.read();
		}
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		boolean switched = false;
		if (!this.answered && message instanceof ByteBuf buffer && buffer.readableBytes() >= this.switchedBy.length) {
			this.answered = true;
			switched = startsWith(buffer, this.switchedBy);
		}
		ctx.write(message, promise);
		if (switched) {
			// After the handshake has put its own handlers in place, which it does when
			// this write is done.
			ctx.executor().execute(() -> leave(ctx));
		}
	}

	private static boolean startsWith(ByteBuf buffer, byte[] prefix) {
		for (int i = 0; i < prefix.length; i++) {
			if (buffer.getByte(buffer.readerIndex() + i) != prefix[i]) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		ctx.fireUserEventTriggered(event);
		if (TerminatedEvent.is(event) && !ctx.isRemoved()) {
			ctx.executor().execute(() -> comeBack(ctx));
		}
		else if (event instanceof ChannelInputShutdownEvent) {
			this.inputShutdown = true;
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.fireExceptionCaught(cause);
		if (cause instanceof IOException) {
			ctx.close(); // a reset looks like the end of the input where that may end
							// alone
		}
	}

	private void leave(ChannelHandlerContext ctx) {
		if (ctx.isRemoved() || !ctx.channel().isActive()) {
			return;
		}
		ByteBuf held = this.held;
		this.held = null;
		ctx.pipeline().remove(this);
		Http1ServerCodec.allowHalfClosure(ctx, false);
		if (held != null) {
			ctx.fireChannelRead(held);
			ctx.fireChannelReadComplete();
		}
		if (this.inputShutdown) {
			ctx.channel().close();
		}
		else if (this.readHeldBack) {
			ctx.channel().read();
		}
	}

	private void comeBack(ChannelHandlerContext ctx) {
		if (ctx.isRemoved() || !ctx.channel().isActive()) {
			return;
		}
		ByteBuf held = this.held;
		this.held = null;
		ChannelPipeline pipeline = ctx.pipeline();
		Http1ServerCodec codec = new Http1ServerCodec(this.settings);
		pipeline.replace(NettyPipeline.HttpCodec, NettyPipeline.HttpCodec, codec);
		ChannelHandlerContext codecCtx = pipeline.context(codec);
		pipeline.remove(this);
		if (this.inputShutdown) {
			codec.inputHasEnded();
		}
		if (held != null) {
			codec.channelRead(codecCtx, held);
		}
		codec.channelReadComplete(codecCtx);
		if (this.inputShutdown) {
			codec.inputShutdown(codecCtx);
		}
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		releaseHeld();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		releaseHeld();
		ctx.fireChannelInactive();
	}

	private void releaseHeld() {
		ByteBuf held = this.held;
		if (held != null) {
			this.held = null;
			held.release();
		}
	}

}
