package io.uringboot.engine.http1;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Gives every final response of an {@link HttpServer} a {@code Date} field and, if
 * configured, a {@code Server} field: over HTTP/1.1 and HTTP/2, whether the application
 * or the server itself answers. Fields that the application has set stay as they are.
 */
public final class ResponseFields implements UnaryOperator<HttpServer> {

	static final String HANDLER = "uring.responseFields";

	private static final String STREAMS_HANDLER = "uring.responseFields.streams";

	private static final String ALPN_LISTENER = "uring.responseFields.alpn";

	private final ResponseFieldsHandler handler;

	/**
	 * Create the fields.
	 * @param server value of the {@code Server} field, or {@code null} for no such field
	 * @throws IllegalArgumentException if the value is not a field value by RFC 9110
	 */
	public ResponseFields(@Nullable String server) {
		this(new DateField(), server);
	}

	ResponseFields(DateField date, @Nullable String server) {
		if (server != null) {
			// Refused here and not with each response.
			DefaultHttpHeadersFactory.headersFactory().newHeaders().set(HttpHeaderNames.SERVER, server);
		}
		this.handler = new ResponseFieldsHandler(date, (server != null) ? new AsciiString(server) : null);
	}

	/**
	 * Add the fields to the responses of a server.
	 * @param server the server
	 * @return the server whose responses have the fields
	 */
	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((observer, channel, remoteAddress) -> addTo(channel.pipeline()));
	}

	/**
	 * The fields at the end of a header section that were added here, in their order.
	 */
	static List<Map.Entry<String, String>> addedTo(HttpHeaders headers) {
		List<Map.Entry<String, String>> fields = headers.entries();
		int from = fields.size();
		for (CharSequence name : List.of(HttpHeaderNames.DATE, HttpHeaderNames.SERVER)) {
			if (from > 0 && name.toString().equalsIgnoreCase(fields.get(from - 1).getKey())) {
				from--;
			}
		}
		return fields.subList(from, fields.size());
	}

	private void addTo(ChannelPipeline pipeline) {
		if (pipeline.get(NettyPipeline.H2OrHttp11Codec) != null) {
			pipeline.addAfter(NettyPipeline.H2OrHttp11Codec, ALPN_LISTENER, new AlpnListener());
		}
		else if (pipeline.get(NettyPipeline.H2CUpgradeHandler) != null) {
			addToCleartext(pipeline);
		}
		else {
			addToCodec(pipeline);
		}
	}

	private void addToCodec(ChannelPipeline pipeline) {
		pipeline.addAfter(NettyPipeline.HttpCodec, HANDLER, this.handler);
	}

	/**
	 * Both HTTP/1.1 and HTTP/2 may follow. The upgrade handler writes responses of its
	 * own, hence one place before it; the HTTP/2 codec takes the upgrade handler's place,
	 * hence one behind it. With prior knowledge it stands before both.
	 */
	private void addToCleartext(ChannelPipeline pipeline) {
		pipeline.addAfter(nameOf(pipeline, HttpServerCodec.class), HANDLER, this.handler);
		pipeline.addAfter(nameOf(pipeline, HttpServerUpgradeHandler.class), STREAMS_HANDLER, this.handler);
	}

	private static String nameOf(ChannelPipeline pipeline, Class<? extends ChannelHandler> type) {
		ChannelHandlerContext context = pipeline.context(type);
		if (context == null) {
			throw new IllegalStateException("No " + type.getSimpleName() + " in " + pipeline.names());
		}
		return context.name();
	}

	/**
	 * Waits for the handshake, with which the protocol's codec arrives.
	 */
	private final class AlpnListener extends ChannelInboundHandlerAdapter {

		@Override
		public void userEventTriggered(ChannelHandlerContext ctx, Object evt) {
			if (evt instanceof SslHandshakeCompletionEvent) {
				// Absent after a failed handshake.
				if (ctx.pipeline().get(NettyPipeline.HttpCodec) != null) {
					addToCodec(ctx.pipeline());
				}
				ctx.pipeline().remove(this);
			}
			ctx.fireUserEventTriggered(evt);
		}

	}

}
