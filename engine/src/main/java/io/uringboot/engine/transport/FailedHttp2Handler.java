package io.uringboot.engine.transport;

import java.io.IOException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2SettingsFrame;

/**
 * Takes the failures of an HTTP/2 connection that are nobody's to handle: a client that
 * does not begin with the connection preface (RFC 9113 §3.4), and one that resets the
 * connection. The codec has told the client and the streams before; reactor-netty has no
 * handler behind it.
 */
final class FailedHttp2Handler extends ChannelInboundHandlerAdapter {

	static final String NAME = "uring.failedHttp2";

	/** Whether the preface is complete, which ends with SETTINGS. */
	private boolean begun;

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof Http2SettingsFrame) {
			this.begun = true;
		}
		ctx.fireChannelRead(message);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof IOException) {
			RefusedClients.log(ctx.channel(), "HTTP/2 connection broke", cause);
			ctx.close();
		}
		else if (cause instanceof Http2Exception && !this.begun) {
			// The codec says GOAWAY and closes.
			RefusedClients.log(ctx.channel(), "Not HTTP/2", cause);
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

}
