package io.uringboot.autoconfigure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.X509Bundle;
import io.uringboot.engine.testkit.OpenFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code uring.listeners}.
 */
@ExtendWith(OutputCaptureExtension.class)
@TlsProviderTest
class ListenersTests {

	private static final String[] REQUEST = { "GET /hello HTTP/1.1", "Host: localhost" };

	private static final String[] HTTP1 = listener(0, "more", "http1");

	private static final String[] TLS_BUNDLE = { "uring.listeners[0].ssl.bundle=server" };

	private final X509Bundle certificate = Certificates.selfSigned("localhost");

	@TempDir
	private Path directory;

	@Test
	void serveTheApplicationOnPortsOfTheirOwn(CapturedOutput output) {
		try (RunningApplication application = start(HTTP1, listener(1, "http2", "h2c"),
				new String[] { "server.server-header=Probe/1" })) {
			int port = port(application, "more");
			try (RawConnection connection = RawConnection.to(port)) {
				RawResponse response = connection.send(REQUEST).response();
				assertThat(response.text()).isEqualTo("hello");
				assertThat(response.values("Date")).hasSize(1);
				assertThat(response.values("Server")).containsExactly("Probe/1");
				assertThat(connection.send("GET /thread HTTP/1.1", "Host: localhost").response().text())
					.startsWith("uring-http-io_uring");
			}
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			assertThat(application.context().getEnvironment().getProperty("local.server.port", Integer.class))
				.isEqualTo(application.port());
			assertThat(output).contains("Uring engine on port " + port + " (listener more: http1)",
					"Uring engine on port " + port(application, "http2") + " (listener http2: h2c)");
		}
	}

	@Test
	void h2cAloneIsHttp2ByPriorKnowledgeOnly() {
		try (RunningApplication application = start(listener(0, "more", "h2c"))) {
			int port = port(application, "more");
			assertServesHttp2(HttpClient.create().protocol(HttpProtocol.H2C), port);
			try (RawConnection connection = RawConnection.to(port)) {
				assertThat(connection.send(REQUEST).readToEnd()).contains("Unexpected HTTP/1.x request")
					.doesNotContain("HTTP/1.1 200");
			}
		}
	}

	@Test
	void h2cWithHttp1IsAlsoAnUpgrade() {
		try (RunningApplication application = start(listener(0, "more", "http1,h2c"))) {
			int port = port(application, "more");
			assertServesHttp2(HttpClient.create().protocol(HttpProtocol.HTTP11, HttpProtocol.H2C), port);
			try (RawConnection connection = RawConnection.to(port)) {
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
		}
	}

	@Test
	void http1WithTlsOffersNothingElse(CapturedOutput output) throws Exception {
		try (RunningApplication application = start(HTTP1, TLS_BUNDLE, bundle())) {
			assertThat(output).contains("Uring engine on port " + port(application, "more") + " (listener more: http1, "
					+ TlsImplementation.describe() + ")");
			try (RawConnection connection = secured(application, "h2", "http/1.1")) {
				assertThat(connection.applicationProtocol()).isEqualTo("http/1.1");
				assertThat(connection.certificate()).isEqualTo(this.certificate.getCertificate());
				RawResponse response = connection.send(REQUEST).response();
				assertThat(response.text()).isEqualTo("hello");
				assertThat(response.values("Date")).hasSize(1);
			}
			try (RawConnection connection = secured(application, "h2")) {
				assertThat(connection.applicationProtocol()).isEmpty();
			}
			// The server itself stays without TLS.
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@Test
	void h2WithTlsOffersNothingElse() throws Exception {
		try (RunningApplication application = start(listener(0, "more", "h2"), TLS_BUNDLE, bundle())) {
			try (RawConnection connection = secured(application, "h2", "http/1.1")) {
				assertThat(connection.applicationProtocol()).isEqualTo("h2");
			}
			assertServesHttp2(securedHttp2Client(), port(application, "more"));
			try (RawConnection connection = secured(application, "http/1.1")) {
				assertThat(connection.applicationProtocol()).isEmpty();
				assertThat(connection.send(REQUEST).readToEnd()).doesNotContain("hello");
			}
		}
	}

	@Test
	void h2BesideHttp1IsChosenByTheClient() throws Exception {
		try (RunningApplication application = start(listener(0, "more", "http1,h2"), TLS_BUNDLE, bundle())) {
			assertServesHttp2(securedHttp2Client(), port(application, "more"));
			try (RawConnection connection = secured(application, "http/1.1")) {
				assertThat(connection.applicationProtocol()).isEqualTo("http/1.1");
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
		}
	}

	@Test
	void anUpdatedBundleIsForNewConnections() throws Exception {
		X509Bundle renewed = Certificates.selfSigned("localhost");
		try (RunningApplication application = start(HTTP1, TLS_BUNDLE, bundle());
				RawConnection before = secured(application, "http/1.1")) {
			application.context()
				.getBean(SslBundleRegistry.class)
				.updateBundle("server", SslBundle.of(null, null, null, null,
						SslManagerBundle.of(renewed.toKeyManagerFactory(), renewed.toTrustManagerFactory())));
			try (RawConnection after = secured(application, "http/1.1")) {
				assertThat(after.certificate()).isEqualTo(renewed.getCertificate());
			}
			assertThat(before.send(REQUEST).response().text()).isEqualTo("hello");
		}
	}

	@Test
	void tlsOfTheServerIsNotTheirs() throws Exception {
		try (RunningApplication application = start(HTTP1, bundle(),
				new String[] { "server.ssl.bundle=server", "server.http2.enabled=true" });
				RawConnection connection = RawConnection.to(port(application, "more"))) {
			assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
		}
	}

	@Test
	void theAddressIsThatOfTheServerUnlessSet() {
		try (RunningApplication application = start(HTTP1, listener(1, "other", "http1"),
				new String[] { "uring.listeners[1].address=127.0.0.3", "server.address=127.0.0.2" })) {
			RawConnection.to("127.0.0.2", port(application, "more")).close();
			RawConnection.to("127.0.0.3", port(application, "other")).close();
			assertRefused("127.0.0.1", port(application, "more"));
			assertRefused("127.0.0.2", port(application, "other"));
		}
	}

	@Test
	void finishWhatIsInFlight() throws Exception {
		RunningApplication application = start(HTTP1);
		int port = port(application, "more");
		try (RawConnection connection = RawConnection.to(port)) {
			connection.send("GET /gate HTTP/1.1", "Host: localhost");
			SampleApplication.Gate gate = application.context().getBean(SampleApplication.Gate.class);
			gate.awaitRequest();
			CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
			Awaitility.await().untilAsserted(() -> assertRefused("127.0.0.1", port));
			assertThat(closed).isNotDone();
			gate.open();
			assertThat(connection.response().text()).isEqualTo("through");
			assertThat(closed).succeedsWithin(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void serveAgainAfterARestartOfTheContext() {
		try (RunningApplication application = start(HTTP1)) {
			application.context().stop();
			application.context().start();
			try (RawConnection connection = RawConnection.to(port(application, "more"))) {
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
		}
	}

	@Test
	void aPortInUseIsToldInTheWordsOfBootAndNothingIsLeft(CapturedOutput output) throws IOException {
		try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String[] clash = listener(1, "clash", "http1");
			clash[1] = "uring.listeners[1].port=" + used.getLocalPort();
			assertThatException().isThrownBy(() -> start(HTTP1, clash));
			int openFiles = OpenFiles.count();
			assertThatException().isThrownBy(() -> start(HTTP1, clash));
			Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.count()).isLessThanOrEqualTo(openFiles));
			assertThat(output)
				.contains("Web server failed to start. Port " + used.getLocalPort() + " was already in use.");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name=               | uring.listeners[0].name      | must be lower case letters, digits and hyphens
			name=In use         | uring.listeners[0].name      | must be lower case letters, digits and hyphens
			port=65536          | uring.listeners[0].port      | must be from 0 to 65535
			port=               | uring.listeners[0].port      | must be set
			protocols=          | uring.listeners[0].protocols | must not be empty
			protocols=http1,h2  | uring.listeners[0].protocols | must not contain h2 without an SSL bundle
			ssl.bundle=server   | uring.listeners[0].protocols | must not contain h2c with an SSL bundle
			""")
	void whatCannotBeIsRefused(String setting, String property, String reason, CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> start(listener(0, "more", "http1,h2c"), new String[] { "uring.listeners[0]." + setting }));
		assertThat(output).contains("Property: " + property, "Reason: " + reason);
	}

	@Test
	void twoOfOneNameAreRefused(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(HTTP1, listener(1, "more", "http1")));
		assertThat(output).contains("Property: uring.listeners[1].name",
				"Reason: must not be the name of another listener");
	}

	private static void assertServesHttp2(HttpClient client, int port) {
		HttpHeaders headers = client.host("127.0.0.1")
			.port(port)
			.get()
			.uri("/hello")
			.responseSingle((response, body) -> body.asString().thenReturn(response.responseHeaders()))
			.block(Duration.ofSeconds(10));
		assertThat(headers.get("x-http2-stream-id")).as("HTTP/2").isNotNull();
		assertThat(headers.getAll("date")).hasSize(1);
	}

	private static HttpClient securedHttp2Client() {
		return HttpClient.create()
			.secure((ssl) -> ssl.sslContext((GenericSslContextSpec<?>) Http2SslContextSpec.forClient()
				.configure((builder) -> builder.trustManager(InsecureTrustManagerFactory.INSTANCE))))
			.protocol(HttpProtocol.H2);
	}

	private static RawConnection secured(RunningApplication application, String... protocols) throws IOException {
		return RawConnection.secured(port(application, "more"),
				(parameters) -> parameters.setApplicationProtocols(protocols));
	}

	private static void assertRefused(String address, int port) {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> RawConnection.to(address, port))
			.withCauseInstanceOf(ConnectException.class);
	}

	private static int port(RunningApplication application, String name) {
		return application.context()
			.getEnvironment()
			.getRequiredProperty("local.uring." + name + ".port", Integer.class);
	}

	private String[] bundle() {
		return Certificates.pem(this.certificate, this.directory, "server");
	}

	private static String[] listener(int index, String name, String protocols) {
		String prefix = "uring.listeners[" + index + "].";
		return new String[] { prefix + "name=" + name, prefix + "port=0", prefix + "protocols=" + protocols };
	}

	private static RunningApplication start(String[]... properties) {
		return RunningApplication.start(Stream.of(properties).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
