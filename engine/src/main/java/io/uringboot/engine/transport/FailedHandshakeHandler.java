package io.uringboot.engine.transport;

import java.io.IOException;

import javax.net.ssl.SSLException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Takes the failures of a TLS handshake: everything that the client can bring about by
 * what it sends, refuses to accept, or by going away. A handshake that succeeds ends its
 * work.
 * <p>
 * Stands between TLS and what comes next, the choice of the protocol by ALPN or the
 * codec.
 */
final class FailedHandshakeHandler extends ChannelInboundHandlerAdapter {

	static final String NAME = "uring.failedHandshake";

	private final boolean http2Required;

	/** One failure comes as an event and as an exception, or twice as the latter. */
	private boolean failed;

	/**
	 * Creates a handler.
	 * @param http2Required whether a handshake fails if ALPN has not chosen HTTP/2
	 */
	FailedHandshakeHandler(boolean http2Required) {
		this.http2Required = http2Required;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Throwable failure = failureOfHandshake(cause);
		if (failure != null) {
			failed(ctx, failure);
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

	/**
	 * A {@code SSLException} is an {@code IOException}, as are a reset and the end of the
	 * connection.
	 */
	private static @Nullable Throwable failureOfHandshake(Throwable cause) {
		if (cause instanceof IOException || cause instanceof TooLongFrameException) {
			return cause;
		}
		return (cause instanceof DecoderException && cause.getCause() instanceof SSLException wrapped) ? wrapped : null;
	}

	private void failed(ChannelHandlerContext ctx, Object cause) {
		if (!this.failed) {
			this.failed = true;
			RefusedClients.log(ctx.channel(), "TLS handshake failed", cause);
		}
		ctx.close();
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (!(event instanceof SslHandshakeCompletionEvent completion) || !completion.isSuccess()) {
			ctx.fireUserEventTriggered(event);
		}
		else if (this.http2Required && !isHttp2Chosen(ctx)) {
			failed(ctx, "ALPN has not chosen " + ApplicationProtocolNames.HTTP_2);
		}
		else {
			ctx.fireUserEventTriggered(event);
			ctx.pipeline().remove(this);
			RefusedClients.installHttp2(ctx.pipeline());
		}
	}

	private static boolean isHttp2Chosen(ChannelHandlerContext ctx) {
		SslHandler handler = ctx.pipeline().get(SslHandler.class);
		return handler != null && ApplicationProtocolNames.HTTP_2.equals(handler.applicationProtocol());
	}

}
