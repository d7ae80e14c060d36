package io.uringboot.engine.http1;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpRequestDecoderSpec;
import reactor.netty.http.server.HttpServer;

/**
 * Puts the engine's HTTP/1.1 codec into the connections of a reactor-netty server, in the
 * place and under the name of Netty's. HTTP/2 connections are left as they are.
 * Immutable.
 */
public final class Http1Server {

	private static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(30);

	private final HttpLimits limits;

	private final Duration requestTimeout;

	private final @Nullable String serverHeader;

	private final @Nullable Supplier<InPlaceResponder> responders;

	private Http1Server(HttpLimits limits, Duration requestTimeout, @Nullable String serverHeader,
			@Nullable Supplier<InPlaceResponder> responders) {
		this.limits = limits;
		this.requestTimeout = requestTimeout;
		this.serverHeader = serverHeader;
		this.responders = responders;
	}

	/**
	 * The codec with default limits, a request timeout of 30 seconds, no {@code Server}
	 * field and nothing answered in place.
	 * @return the codec's configuration
	 */
	public static Http1Server create() {
		return new Http1Server(HttpLimits.defaults(), DEFAULT_REQUEST_TIMEOUT, null, null);
	}

	/**
	 * With other limits. Those of request line and header section are the server's,
	 * whatever stands here.
	 * @param limits the limits
	 * @return a new configuration
	 */
	public Http1Server limits(HttpLimits limits) {
		return new Http1Server(limits, this.requestTimeout, this.serverHeader, this.responders);
	}

	/**
	 * With another time that a client may take from the first octet of a request to the
	 * end of its head, and of its content where it is answered in place. Then the request
	 * is answered 408 and the connection ends.
	 * @param requestTimeout the time; zero for no limit
	 * @return a new configuration
	 * @throws IllegalArgumentException if the time is negative
	 */
	public Http1Server requestTimeout(Duration requestTimeout) {
		if (requestTimeout.isNegative()) {
			throw new IllegalArgumentException("'requestTimeout' must not be negative but is " + requestTimeout);
		}
		return new Http1Server(this.limits, requestTimeout, this.serverHeader, this.responders);
	}

	/**
	 * With a {@code Server} field in the answers that the codec itself makes.
	 * @param serverHeader the field's value, or null for no such field
	 * @return a new configuration
	 */
	public Http1Server serverHeader(@Nullable String serverHeader) {
		return new Http1Server(this.limits, this.requestTimeout, serverHeader, this.responders);
	}

	/**
	 * With requests that are answered in place.
	 * @param responders makes the responder of a new connection; called on its event loop
	 * @return a new configuration
	 */
	public Http1Server inPlace(Supplier<InPlaceResponder> responders) {
		return new Http1Server(this.limits, this.requestTimeout, this.serverHeader,
				Objects.requireNonNull(responders, "responders"));
	}

	/**
	 * Applies the codec to a server. The limits of request line and header section are
	 * those of the server's {@linkplain HttpServer#httpRequestDecoder decoder
	 * configuration}.
	 * @param server the server, configured but for its handler, loops and address
	 * @return the server with the codec
	 */
	public HttpServer apply(HttpServer server) {
		HttpRequestDecoderSpec decoder = server.configuration().decoder();
		HttpLimits limits = this.limits.withRequestLine(decoder.maxInitialLineLength())
			.withFieldSection(decoder.maxHeaderSize());
		Http1Settings settings = new Http1Settings(limits, this.serverHeader, this.responders, this.requestTimeout,
				server.configuration());
		return server.doOnChannelInit((observer, channel, remoteAddress) -> install(channel, settings));
	}

	private static void install(Channel channel, Http1Settings settings) {
		ChannelPipeline pipeline = channel.pipeline();
		if (!replaceCodec(pipeline, settings) && pipeline.get(NettyPipeline.H2OrHttp11Codec) != null) {
			pipeline.addBefore(NettyPipeline.H2OrHttp11Codec, AfterHandshake.NAME, new AfterHandshake(settings));
		}
	}

	private static boolean replaceCodec(ChannelPipeline pipeline, Http1Settings settings) {
		if (pipeline.get(NettyPipeline.HttpCodec) instanceof HttpServerCodec codec) {
			pipeline.replace(codec, NettyPipeline.HttpCodec, new Http1ServerCodec(settings));
			return true;
		}
		return false;
	}

	/**
	 * Where ALPN decides about the protocol, reactor-netty adds the codec when the
	 * handshake is complete.
	 */
	private static final class AfterHandshake extends ChannelInboundHandlerAdapter {

		private static final String NAME = "uring.afterHandshake";

		private final Http1Settings settings;

		private AfterHandshake(Http1Settings settings) {
			this.settings = settings;
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
			ctx.fireUserEventTriggered(event);
			if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
				ctx.pipeline().remove(this);
				replaceCodec(ctx.pipeline(), this.settings);
			}
		}

	}

}
