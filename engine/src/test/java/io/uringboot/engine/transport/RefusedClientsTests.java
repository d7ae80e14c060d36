package io.uringboot.engine.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.AsyncMapping;
import io.uringboot.engine.testkit.LogCapture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is logged of clients that do not get as far as a request.
 */
class RefusedClientsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

	private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";

	/** DATA on stream 0, which is an error of the connection. */
	private static final String STRAY_DATA = "\0\0\0\0\0\0\0\0\0";

	/** The beginning of a ClientHello. */
	private static final String PARTIAL_HELLO = "\26\3\1\2\0\1\0";

	/** A ClientHello that says to be 131,072 octets long. */
	private static final String LONG_HELLO = "\26\3\1\0\12\1\2\0\0\0\0\0\0\0\0";

	private static final List<HttpProtocol> HTTP1 = List.of(HttpProtocol.HTTP11);

	private static final List<HttpProtocol> HTTP1_AND_H2 = List.of(HttpProtocol.HTTP11, HttpProtocol.H2);

	private static final List<HttpProtocol> H2 = List.of(HttpProtocol.H2);

	private static final List<HttpProtocol> H2C = List.of(HttpProtocol.H2C);

	private static final List<HttpProtocol> HTTP1_AND_H2C = List.of(HttpProtocol.HTTP11, HttpProtocol.H2C);

	private static X509Bundle certificate;

	private static EventLoops loops;

	/** A permit for each read of a server. */
	private final Semaphore reads = new Semaphore(0);

	@BeforeAll
	static void create() throws Exception {
		certificate = new CertificateBuilder().subject("CN=localhost")
			.addSanDnsName("localhost")
			.setIsCertificateAuthority(true)
			.buildSelfSigned();
		loops = EventLoops.create(Transport.IO_URING, EventLoopSettings.defaults().withThreads(1));
	}

	@AfterAll
	static void dispose() {
		loops.disposeLater(Duration.ZERO, TIMEOUT).block();
	}

	static Stream<Arguments> listenersWithTls() {
		return Stream.of(HTTP1, HTTP1_AND_H2, H2)
			.flatMap((protocols) -> Stream.of(Arguments.of(protocols, false), Arguments.of(protocols, true)));
	}

	@ParameterizedTest
	@MethodSource("listenersWithTls")
	void handshakeThatTheServerRefusesIsOneLine(List<HttpProtocol> protocols, boolean sni) {
		HttpServer server = withTls(protocols, sni);
		assertOneLine(server, (client) -> client.send(REQUEST),
				"TLS handshake failed: io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record: 474554");
		assertOneLine(server, (client) -> client.send("\0".repeat(4000)), "not an SSL/TLS record: 0000");
		assertOneLine(server, (client) -> client.send(LONG_HELLO), "131072");
		assertOneLine(server,
				(client) -> assertThat(client.handshake(trusting(), "TLSv1.2", "h2", "http/1.1"))
					.hasMessageContaining("protocol_version"),
				"TLS handshake failed: javax.net.ssl.SSLHandshakeException: ",
				"The client supported protocol versions");
	}

	@ParameterizedTest
	@MethodSource("listenersWithTls")
	void handshakeThatTheClientRefusesIsOneLine(List<HttpProtocol> protocols, boolean sni) {
		assertOneLine(withTls(protocols, sni),
				(client) -> assertThat(client.handshake(trustingNobody(), "TLSv1.3", "h2", "http/1.1")).isNotNull(),
				"TLS handshake failed: javax.net.ssl.SSLHandshakeException: ",
				"Received fatal alert: certificate_unknown");
	}

	@ParameterizedTest
	@MethodSource("listenersWithTls")
	void handshakeThatBreaksIsOneLine(List<HttpProtocol> protocols, boolean sni) {
		HttpServer server = withTls(protocols, sni);
		assertOneLine(server, (client) -> {
			client.send(PARTIAL_HELLO);
			awaitRead();
			client.reset();
		}, "TLS handshake failed: io.netty.channel.unix.Errors$NativeIoException: ");
		if (!sni) { // with it, TLS has not begun and nobody says anything
			assertOneLine(server, (client) -> client.send(PARTIAL_HELLO).close(),
					"TLS handshake failed: io.netty.channel.StacklessClosedChannelException");
		}
	}

	@Test
	void clientWithoutHttp2WhereNothingElseIsSpokenIsOneLine() {
		HttpServer server = withTls(H2, true);
		for (String protocol : List.of("http/1.1", "other")) {
			assertOneLine(server, (client) -> {
				assertThat(client.handshake(trusting(), "TLSv1.3", protocol)).isNull();
				client.send(REQUEST);
			}, "TLS handshake failed: ALPN has not chosen h2");
		}
	}

	@Test
	void clientThatDoesNotBeginAsHttp2DoesIsOneLine() {
		HttpServer server = server(H2C);
		assertOneLine(server, (client) -> client.send(REQUEST),
				"Not HTTP/2: io.netty.handler.codec.http2.Http2Exception: Unexpected HTTP/1.x request: GET / ");
		assertOneLine(server, (client) -> client.send("GET /\33[31m\b HTTP/1.1\r\n\r\n"), "request: GET / [31m  ");
		assertOneLine(server, (client) -> client.handshake(trusting(), "TLSv1.3"), "preface string missing");
		assertOneLine(server, (client) -> client.send(PREFACE + REQUEST), "First received frame was not SETTINGS");
		assertOneLine(server(HTTP1_AND_H2C), (client) -> client.send(PREFACE + REQUEST),
				"First received frame was not SETTINGS");
		assertOneLine(withTls(HTTP1_AND_H2, true), (client) -> {
			assertThat(client.handshake(trusting(), "TLSv1.3", "h2")).isNull();
			client.send(REQUEST);
		}, "Not HTTP/2: io.netty.handler.codec.http2.Http2Exception: Unexpected HTTP/1.x request: GET / ");
	}

	@Test
	void resetOfHttp2IsOneLine() {
		for (List<HttpProtocol> protocols : List.of(H2C, HTTP1_AND_H2C)) {
			assertOneLine(server(protocols), (client) -> client.send(PREFACE + SETTINGS).receiveSettingsAck().reset(),
					"HTTP/2 connection broke: io.netty.channel.unix.Errors$NativeIoException: ");
		}
		assertOneLine(withTls(HTTP1_AND_H2, true), (client) -> {
			assertThat(client.handshake(trusting(), "TLSv1.3", "h2")).isNull();
			client.send(PREFACE + SETTINGS).receiveSettingsAck().reset();
		}, "HTTP/2 connection broke: io.netty.channel.unix.Errors$NativeIoException: ");
	}

	@Test
	void otherErrorsDuringTheHandshakeAreStillLogged() {
		AsyncMapping<String, SslProvider> failing = (name, promise) -> promise
			.setFailure(new IOException("keys cannot be read"));
		assertStillLogged(
				server(HTTP1_AND_H2)
					.secure((spec) -> spec.sslContext(provider(true).getSslContext()).setSniAsyncMappings(failing)),
				(client) -> assertThat(client.handshake(trusting(), "TLSv1.3", "h2")).isNotNull(),
				"io.netty.handler.codec.DecoderException: failed to get the SslContext for ");
		HttpServer throwing = withTls(HTTP1_AND_H2, true)
			.doOnChannelInit((observer, channel, remoteAddress) -> channel.pipeline()
				.addAfter(NettyPipeline.SslReader, "throwing", new ThrowingHandler()));
		assertStillLogged(throwing, (client) -> client.send(PARTIAL_HELLO),
				"java.lang.IllegalStateException: of a handler");
	}

	@Test
	void whatFailsLaterIsStillLogged() {
		assertStillLogged(server(H2C), (client) -> client.send(PREFACE + SETTINGS + STRAY_DATA),
				"io.netty.handler.codec.http2.Http2Exception");
		assertStillLogged(withTls(HTTP1_AND_H2, true), (client) -> {
			assertThat(client.handshake(trusting(), "TLSv1.3", "h2")).isNull();
			client.send(PREFACE + SETTINGS).receiveSettingsAck().sendPlain(REQUEST).halfClose();
		}, "io.netty.handler.codec.DecoderException: io.netty.handler.ssl.NotSslRecordException");
	}

	/** Newer JDKs name the alert before their message. */
	private void assertOneLine(HttpServer server, Consumer<RefusedClient> client, String... texts) {
		Outcome outcome = outcome(server, client);
		assertThat(outcome.lines()).singleElement()
			.asString()
			.startsWith("DEBUG ")
			.contains("R:/127.0.0.1:" + outcome.clientPort())
			.contains(texts)
			.doesNotContain(" <- ")
			.hasSizeLessThan(400);
	}

	private void assertStillLogged(HttpServer server, Consumer<RefusedClient> client, String thrown) {
		assertThat(outcome(server, client).lines())
			.anySatisfy((line) -> assertThat(line).startsWith("WARN ").contains(" <- " + thrown));
	}

	/** All that the connection of a client leaves in the log. */
	private static Outcome outcome(HttpServer server, Consumer<RefusedClient> behaviour) {
		DisposableServer bound = ShardedHttpServer.of(server).runOn(loops).bindNow();
		try (LogCapture log = LogCapture.withDebugOf(RefusedClients.class)) {
			int port;
			try (RefusedClient client = new RefusedClient(bound.port())) {
				port = client.localPort();
				behaviour.accept(client);
				client.awaitEnd();
			}
			Awaitility.await().until(() -> !log.lines().isEmpty());
			bound.disposeNow(TIMEOUT); // after all that the loop has to do for the
										// connection
			return new Outcome(port, log.lines());
		}
		finally {
			bound.disposeNow(TIMEOUT);
		}
	}

	private void awaitRead() {
		try {
			assertThat(this.reads.tryAcquire(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A server with TLS.
	 * @param sni whether the certificate is chosen by the name that the client gives, as
	 * it is with Boot's bundles and those of listeners
	 */
	private HttpServer withTls(List<HttpProtocol> protocols, boolean sni) {
		SslProvider provider = provider(protocols.contains(HttpProtocol.H2));
		return server(protocols).secure((spec) -> {
			SslProvider.Builder builder = spec.sslContext(provider.getSslContext());
			if (sni) {
				builder.setSniAsyncMappings((name, promise) -> promise.setSuccess(provider));
			}
		});
	}

	private static SslProvider provider(boolean http2) {
		PrivateKey key = certificate.getKeyPair().getPrivate();
		GenericSslContextSpec<?> spec = http2
				? Http2SslContextSpec.forServer(key, null, certificate.getCertificatePath())
					.configure((builder) -> builder.protocols("TLSv1.3"))
				: Http11SslContextSpec.forServer(key, null, certificate.getCertificatePath())
					.configure((builder) -> builder.protocols("TLSv1.3"));
		return SslProvider.builder().sslContext(spec).build();
	}

	private HttpServer server(List<HttpProtocol> protocols) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(protocols.toArray(HttpProtocol[]::new))
			.doOnChannelInit(
					(observer, channel, remoteAddress) -> channel.pipeline().addFirst(new ReadCounter(this.reads)))
			.handle((request, response) -> response.sendString(Mono.just("answer")));
	}

	private static SSLContext trusting() {
		try {
			return context(certificate.toTrustManagerFactory().getTrustManagers());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext trustingNobody() {
		return context(null); // those that the JDK trusts, which the certificate is not
								// among
	}

	private static SSLContext context(TrustManager @Nullable [] trust) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Outcome(int clientPort, List<String> lines) {

	}

	private static final class ReadCounter extends ChannelInboundHandlerAdapter {

		private final Semaphore reads;

		private ReadCounter(Semaphore reads) {
			this.reads = reads;
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext ctx) {
			ctx.fireChannelReadComplete();
			this.reads.release();
		}

	}

	private static final class ThrowingHandler extends ChannelInboundHandlerAdapter {

		@Override
		public void channelReadComplete(ChannelHandlerContext ctx) {
			throw new IllegalStateException("of a handler");
		}

	}

}
