package io.uringboot.engine.http1;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The codec under TLS, beside HTTP/2 where ALPN chooses it.
 */
class TlsTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static X509Bundle certificate;

	@BeforeAll
	static void createCertificate() throws Exception {
		certificate = new CertificateBuilder().subject("CN=localhost")
			.addSanDnsName("localhost")
			.setIsCertificateAuthority(true)
			.buildSelfSigned();
	}

	private static HttpServer withTls(HttpServer server) {
		GenericSslContextSpec<?> spec = Http11SslContextSpec.forServer(certificate.getKeyPair().getPrivate(), null,
				certificate.getCertificatePath());
		return server.secure((ssl) -> ssl.sslContext(spec));
	}

	private static HttpServer withAlpn(HttpServer server) {
		GenericSslContextSpec<?> spec = Http2SslContextSpec.forServer(certificate.getKeyPair().getPrivate(), null,
				certificate.getCertificatePath());
		return server.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure((ssl) -> ssl.sslContext(spec));
	}

	private static TestServer start(Transport transport, UnaryOperator<HttpServer> protocol) {
		return TestServer.start(transport, (codec) -> codec, protocol);
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void pipelinesAreAnsweredInOrderUnderTls(Transport transport) throws Exception {
		try (TestServer server = start(transport, TlsTests::withTls); WireClient client = tls(server, "http/1.1")) {
			client.send(("GET /p/now/1" + HOST + "\r\nGET /s/now/2" + HOST + "\r\nGET /p/later/3" + HOST
					+ "\r\nGET /s/bytes/300000" + HOST + "\r\n")
				.repeat(20) + "GET / HTTP/1.1\r\n\r\n");
			for (int i = 0; i < 20; i++) {
				assertThat(client.summaries(4)).containsExactly("200 now 1", "200 std 2", "200 later 3",
						"200 " + TestRoutes.text(300_000));
			}
			assertThat(client.response().status()).isEqualTo(400);
			client.expectEnd();
		}
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void clientThatGoesOnSendingReadsTheLastAnswerUnderTls(Transport transport) throws Exception {
		try (TestServer server = start(transport, TlsTests::withTls)) {
			for (String request : List.of("nonsense\r\n\r\n",
					"POST /p/echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloxyz",
					"POST /s/close/1" + HOST + "Connection: close\r\nContent-Length: 500000\r\n\r\n")) {
				try (WireClient client = tls(server, "http/1.1")) {
					client.send(request);
					for (int i = 0; i < 50; i++) {
						client.send(TestRoutes.text(10_000));
					}
					assertThat(client.response().status()).isEqualTo(request.contains("close") ? 200 : 400);
					client.expectEnd();
				}
			}
		}
	}

	@Test
	void clientThatGoesOnSendingForeverIsCutOffUnderTls() throws Exception {
		try (TestServer server = start(Transport.IO_URING, TlsTests::withTls);
				WireClient client = tls(server, "http/1.1")) {
			client.send("nonsense\r\n\r\n");
			byte[] more = TestRoutes.bytes(100_000);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> {
				for (int i = 0; i < 1000; i++) {
					client.send(more);
				}
			});
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void alpnChoosesTheProtocol(boolean http2) throws Exception {
		try (TestServer server = start(Transport.IO_URING, TlsTests::withAlpn)) {
			HttpClient client = HttpClient.newBuilder()
				.version(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
				.sslContext(trustingContext())
				.build();
			for (int i = 0; i < 3; i++) {
				HttpResponse<String> response = client
					.send(HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/s/now/" + i))
						.build(), HttpResponse.BodyHandlers.ofString());
				assertThat(response.version())
					.isEqualTo(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
				assertThat(response.body()).isEqualTo("std " + i);
			}
		}
	}

	@Test
	void connectionWithoutAlpnIsServedByTheStrictCodec() throws Exception {
		try (TestServer server = start(Transport.IO_URING, TlsTests::withAlpn);
				WireClient client = tls(server, "http/1.1")) {
			client.send("GET /p/now/1" + HOST + "\r\nGET / HTTP/1.1\r\n\r\n");
			assertThat(client.summaries(2)).containsExactly("200 now 1", "400");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void connectionEndsWhenTheClientGoesWithoutAWord(String protocol) throws Exception {
		try (TestServer server = start(Transport.IO_URING, TlsTests::withAlpn)) {
			int sockets = OpenFiles.sockets();
			Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
			SSLSocket socket = handshake(plain, protocol);
			assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
			if (protocol.equals("h2")) {
				socket.getOutputStream()
					.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
						.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
				assertThat(socket.getInputStream().read()).isNotNegative();
			}
			plain.shutdownOutput(); // FIN without close_notify
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> OpenFiles.sockets() <= sockets + 1);
			plain.close();
		}
	}

	private static WireClient tls(TestServer server, String protocol) throws Exception {
		return WireClient.over(handshake(new Socket(InetAddress.getLoopbackAddress(), server.port()), protocol));
	}

	private static SSLSocket handshake(Socket plain, String protocol) throws Exception {
		SSLSocket socket = (SSLSocket) trustingContext().getSocketFactory()
			.createSocket(plain, "localhost", plain.getPort(), true);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { protocol });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

	private static SSLContext trustingContext() throws Exception {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, certificate.toTrustManagerFactory().getTrustManagers(), null);
		return context;
	}

}
