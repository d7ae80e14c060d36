package io.uringboot.autoconfigure;

import io.uringboot.autoconfigure.ListenerWebServerFactory.ListenerFactory;
import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.http1.Http1Server;
import io.uringboot.engine.http1.HttpLimits;
import io.uringboot.engine.http1.ResponseFields;
import io.uringboot.engine.transport.ShardedHttpServer;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/**
 * Puts the engine below Boot's reactor-netty server. The factory stays Boot's own, with
 * all that other customizers have made of it.
 */
final class UringWebServerFactoryCustomizer
		implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory>, Ordered {

	private final UringProperties properties;

	private final ServerProperties serverProperties;

	private final @Nullable ServerEventLoops eventLoops;

	private final @Nullable FastPath fastPath;

	private volatile @Nullable ShardedHttpServer server;

	/**
	 * Create a customizer.
	 * @param properties the engine's settings
	 * @param serverProperties the server's settings
	 * @param eventLoops the event loops of the server, or {@code null} to leave the
	 * factory those that it has
	 * @param fastPath what is answered in place, or {@code null} for nothing
	 */
	UringWebServerFactoryCustomizer(UringProperties properties, ServerProperties serverProperties,
			@Nullable ServerEventLoops eventLoops, @Nullable FastPath fastPath) {
		this.properties = properties;
		this.serverProperties = serverProperties;
		this.eventLoops = eventLoops;
		this.fastPath = fastPath;
	}

	@Override
	public int getOrder() {
		// After Boot's and the application's, whose server customizers come first then.
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(NettyReactiveWebServerFactory factory) {
		if (this.eventLoops != null) {
			factory.setResourceFactory(this.eventLoops.asResourceFactory());
		}
		Compression compression = ServerCompression.of(factory, this.properties.getCompression());
		factory.addServerCustomizers((server) -> {
			ShardedHttpServer customized = customize(server, serverHeader(factory), compression);
			if (!(factory instanceof ListenerFactory)) {
				this.server = customized;
			}
			return customized;
		});
	}

	private ShardedHttpServer customize(HttpServer server, @Nullable String serverHeader,
			@Nullable Compression compression) {
		HttpServer served = withCodec(server, serverHeader, compression);
		HttpServer compressed = (compression != null) ? compression.apply(served) : served;
		HttpServer complete = new ResponseFields(serverHeader).apply(compressed);
		return (ShardedHttpServer) (this.properties.isShardedAccept() ? ShardedHttpServer.of(complete)
				: ShardedHttpServer.ofOneSocket(complete));
	}

	private HttpServer withCodec(HttpServer server, @Nullable String serverHeader, @Nullable Compression compression) {
		UringProperties.Http1 http1 = this.properties.getHttp1();
		if (!http1.isEnabled()) {
			return server;
		}
		HttpLimits defaults = HttpLimits.defaults();
		HttpLimits limits = new HttpLimits(defaults.maxRequestLine(), defaults.maxFieldSection(), http1.getMaxFields(),
				(int) http1.getMaxChunkExtensions().toBytes(), (int) http1.getMaxTrailerSection().toBytes(),
				(int) http1.getMaxHeld().toBytes());
		Http1Server codec = Http1Server.create()
			.limits(limits)
			.requestTimeout(http1.getRequestTimeout())
			.serverHeader(serverHeader);
		return ((this.fastPath != null) ? codec.inPlace(this.fastPath.with(compression)) : codec).apply(server);
	}

	/**
	 * Return the server of {@code server.port} that was customized last.
	 * @return the server or {@code null} if there was none, because another one serves
	 */
	@Nullable ShardedHttpServer getServer() {
		return this.server;
	}

	private @Nullable String serverHeader(NettyReactiveWebServerFactory factory) {
		// Boot hands the property to servlet servers only.
		String serverHeader = (factory.getServerHeader() != null) ? factory.getServerHeader()
				: this.serverProperties.getServerHeader();
		return StringUtils.hasText(serverHeader) ? serverHeader : null;
	}

}
