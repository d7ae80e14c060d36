package io.uringboot.engine.transport;

import java.util.List;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerConfig;

/**
 * Says in one line at level {@code DEBUG} that a client did not get as far as a request:
 * because its TLS handshake failed, or because it does not speak HTTP/2 where nothing
 * else is spoken. Otherwise Netty warns of each such client with one or two stack traces,
 * and whoever scans ports fills the disk.
 */
final class RefusedClients {

	/** What a client has sent may be part of the message. */
	private static final int MAX_CAUSE_LENGTH = 200;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(RefusedClients.class);

	private RefusedClients() {
	}

	/**
	 * Adds the handlers to the connections of a server.
	 * @param server the server with all that is configured
	 * @return the server with the handlers, if it needs any
	 */
	static HttpServer apply(HttpServer server) {
		HttpServerConfig configuration = server.configuration();
		List<HttpProtocol> protocols = List.of(configuration.protocols());
		boolean tls = configuration.sslProvider() != null;
		if (!tls && protocols.equals(List.of(HttpProtocol.HTTP11))) {
			return server; // every client gets as far as a request
		}
		boolean http2Only = !protocols.contains(HttpProtocol.HTTP11);
		return server.doOnChannelInit((observer, channel, remoteAddress) -> install(channel, tls, http2Only));
	}

	private static void install(Channel channel, boolean tls, boolean http2Only) {
		ChannelPipeline pipeline = channel.pipeline();
		if (tls) {
			// Behind reactor-netty's own metrics, which count the failure.
			boolean alpn = pipeline.get(NettyPipeline.H2OrHttp11Codec) != null;
			pipeline.addBefore(alpn ? NettyPipeline.H2OrHttp11Codec : NettyPipeline.HttpCodec,
					FailedHandshakeHandler.NAME, new FailedHandshakeHandler(alpn && http2Only));
		}
		else {
			installHttp2(pipeline);
		}
	}

	/**
	 * Adds the handler of HTTP/2 if that is what the connection speaks, or may speak by
	 * prior knowledge or upgrade.
	 * @param pipeline the connection's pipeline, which is complete but for this
	 */
	static void installHttp2(ChannelPipeline pipeline) {
		if (pipeline.get(NettyPipeline.H2MultiplexHandler) != null
				|| pipeline.get(NettyPipeline.H2CUpgradeHandler) != null) {
			pipeline.addLast(FailedHttp2Handler.NAME, new FailedHttp2Handler());
		}
	}

	/**
	 * Logs why a client is let go.
	 * @param client the connection, which the line names with the client's address
	 * @param what what has failed
	 * @param cause why
	 */
	static void log(Channel client, String what, Object cause) {
		if (logger.isDebugEnabled()) {
			logger.debug("{} {}: {}", client, what, oneLine(cause.toString()));
		}
	}

	private static String oneLine(String cause) {
		String line = cause.replaceAll("\\p{Cntrl}", " ");
		return (line.length() <= MAX_CAUSE_LENGTH) ? line : line.substring(0, MAX_CAUSE_LENGTH) + "...";
	}

}
