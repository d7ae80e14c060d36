package io.uringboot.engine.http1;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Has reactor-netty let a connection persist for a client of HTTP/1.0 that asks for it
 * (RFC 9112 §9.3), as answers in place do: it gives some responses the request's version,
 * which for 1.0 means that the connection ends unless the response says otherwise. The
 * application still has the last word, because this stands before it. Only connections
 * that have seen such a request have this handler.
 */
@Sharable
final class Http10KeepAlive extends ChannelInboundHandlerAdapter {

	static final String NAME = "uring.http10KeepAlive";

	private static final Http10KeepAlive INSTANCE = new Http10KeepAlive();

	private Http10KeepAlive() {
	}

	/** Prepares a connection for the request that it is about to pass on. */
	static void prepare(ChannelPipeline pipeline, RequestHead head) {
		if (!head.isHttp11() && head.isKeepAlive() && pipeline.get(NAME) == null
				&& pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
			pipeline.addAfter(NettyPipeline.HttpTrafficHandler, NAME, INSTANCE);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof HttpRequest request && request.protocolVersion().equals(HttpVersion.HTTP_1_0)
				&& HttpUtil.isKeepAlive(request)
				&& ChannelOperations.get(ctx.channel()) instanceof HttpServerResponse response) {
			response.header(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
		}
		ctx.fireChannelRead(message);
	}

}
