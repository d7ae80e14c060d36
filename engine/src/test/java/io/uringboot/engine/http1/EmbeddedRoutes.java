package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * The standard path of an {@link EmbeddedCodec}: collects the content and sends it back.
 */
final class EmbeddedRoutes extends ChannelInboundHandlerAdapter {

	private final StringBuilder content = new StringBuilder();

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof HttpRequest) {
			this.content.setLength(0);
		}
		else if (message instanceof HttpContent part) {
			this.content.append(part.content().toString(StandardCharsets.ISO_8859_1));
			if (message instanceof LastHttpContent) {
				respond(ctx);
			}
		}
		ReferenceCountUtil.release(message);
	}

	private void respond(ChannelHandlerContext ctx) {
		ByteBuf body = Unpooled.copiedBuffer(this.content, StandardCharsets.ISO_8859_1);
		DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
				body);
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
		ctx.writeAndFlush(response);
	}

}
