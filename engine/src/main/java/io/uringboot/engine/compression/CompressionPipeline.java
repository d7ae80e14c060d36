package io.uringboot.engine.compression;

import java.util.function.BiPredicate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Puts the {@link CompressionHandler} into the connections that the engine's HTTP/1.1
 * codec serves, and keeps reactor-netty from encoding there. Connections of HTTP/2, and
 * those that may become so by an upgrade, are left to reactor-netty.
 */
final class CompressionPipeline {

	static final String HANDLER = Compression.HANDLER;

	private static final String ALPN_LISTENER = "uring.compression.alpn";

	private CompressionPipeline() {
	}

	static HttpServer apply(HttpServer server, Compression compression) {
		return withoutDoubles(server)
			.doOnChannelInit((observer, channel, remoteAddress) -> install(channel, compression));
	}

	private static HttpServer withoutDoubles(HttpServer server) {
		BiPredicate<HttpServerRequest, HttpServerResponse> configured = server.configuration().compressPredicate();
		if (configured == null && server.configuration().minCompressionSize() < 0) {
			return server; // does not encode anyway
		}
		return server.compress((request, response) -> !isServed(request)
				&& (configured == null || configured.test(request, response)));
	}

	private static boolean isServed(HttpServerRequest request) {
		return request instanceof Connection connection && connection.channel().pipeline().get(HANDLER) != null;
	}

	private static void install(Channel channel, Compression compression) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.H2OrHttp11Codec) != null) {
			// Before whoever puts the engine's codec in place when the handshake is
			// complete: the event comes back to those that passed it on last of all here.
			pipeline.addAfter(NettyPipeline.SslHandler, ALPN_LISTENER, new AlpnListener(compression));
		}
		else {
			addTo(pipeline, compression);
		}
	}

	/**
	 * Netty's codec takes in further requests while one is being answered, which the
	 * handler does not expect.
	 */
	private static void addTo(ChannelPipeline pipeline, Compression compression) {
		boolean engine = pipeline.get(NettyPipeline.HttpCodec) != null
				&& !(pipeline.get(NettyPipeline.HttpCodec) instanceof HttpServerCodec);
		if (engine && pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
			pipeline.addBefore(NettyPipeline.HttpTrafficHandler, HANDLER, new CompressionHandler(compression));
		}
	}

	/**
	 * Waits for the handshake, with which the protocol's handlers arrive.
	 */
	private static final class AlpnListener extends ChannelInboundHandlerAdapter {

		private final Compression compression;

		private AlpnListener(Compression compression) {
			this.compression = compression;
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext ctx, @Nullable Object event) {
			ctx.fireUserEventTriggered(event);
			if (event instanceof SslHandshakeCompletionEvent completion) {
				ctx.pipeline().remove(this);
				if (completion.isSuccess()) {
					addTo(ctx.pipeline(), this.compression);
				}
			}
		}

	}

}
