package io.uringboot.autoconfigure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The {@code server.*} keys that do not concern TLS, HTTP/2 or shutdown.
 */
class ServerPropertiesTests {

	@Test
	void port() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		try (RunningApplication application = RunningApplication.start("server.port=" + port);
				RawConnection connection = RawConnection.to(port)) {
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().status()).isEqualTo(200);
			assertThat(application.port()).isEqualTo(port);
		}
	}

	@Test
	void portZeroIsARandomOneThatTheEnvironmentKnows() {
		try (RunningApplication application = RunningApplication.start("server.port=0")) {
			Integer port = application.context().getEnvironment().getProperty("local.server.port", Integer.class);
			assertThat(port).isPositive().isEqualTo(application.port());
			assertThat(application.get("/hello").status()).isEqualTo(200);
		}
	}

	@Test
	void address() {
		try (RunningApplication application = RunningApplication.start("server.address=127.0.0.2");
				RawConnection connection = RawConnection.to("127.0.0.2", application.port())) {
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().status()).isEqualTo(200);
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> RawConnection.to("127.0.0.1", application.port()))
				.withCauseInstanceOf(ConnectException.class);
		}
	}

	@Test
	void everyFinalResponseHasADate() {
		try (RunningApplication application = RunningApplication.start()) {
			ZonedDateTime before = ZonedDateTime.now().truncatedTo(ChronoUnit.SECONDS);
			List<RawResponse> responses = List.of(application.get("/hello"), application.get("/nowhere"),
					application.exchange("HEAD /hello HTTP/1.1", "Host: localhost", "Connection: close"),
					application.exchange("GET /hello HTTP/1.0"),
					application.exchange("GET /hello HTTP/1.1", "Host: localhost", "no colon"),
					application.exchange("GET /hello HTTP/1.1", "Host: localhost", "Long: " + "x".repeat(9000)));
			assertThat(responses).extracting(RawResponse::status).containsExactly(200, 404, 200, 200, 400, 431);
			assertThat(responses).allSatisfy((response) -> {
				assertThat(response.values("Date")).hasSize(1);
				assertThat(ZonedDateTime.parse(response.values("Date").get(0), DateTimeFormatter.RFC_1123_DATE_TIME))
					.isBetween(before, ZonedDateTime.now());
				assertThat(response.values("Server")).isEmpty();
			});
		}
	}

	@Test
	void serverHeader() {
		try (RunningApplication application = RunningApplication.start("server.server-header=Probe/1")) {
			assertThat(application.get("/hello").values("Server")).containsExactly("Probe/1");
			assertThat(application.get("/nowhere").values("Server")).containsExactly("Probe/1");
			assertThat(application.exchange("GET /hello HTTP/1.1", "Host: localhost", "no colon").values("Server"))
				.containsExactly("Probe/1");
		}
	}

	@Test
	void fieldsThatTheApplicationSetsStay() {
		try (RunningApplication application = RunningApplication.start("server.server-header=Probe/1")) {
			RawResponse response = application.get("/own-fields");
			assertThat(response.values("Date")).containsExactly("then");
			assertThat(response.values("Server")).containsExactly("Own");
		}
	}

	@Test
	void compressionOfWhatIsLongEnoughAndOfTheRightType() throws IOException {
		try (RunningApplication application = RunningApplication.start("server.compression.enabled=true",
				"server.compression.min-response-size=4KB", "server.compression.excluded-user-agents=Old browser")) {
			RawResponse compressed = application.exchange("GET /long HTTP/1.1", "Host: localhost",
					"Accept-Encoding: gzip");
			assertThat(compressed.values("Content-Encoding")).containsExactly("gzip");
			assertThat(new GZIPInputStream(new java.io.ByteArrayInputStream(compressed.body())).readAllBytes())
				.asString()
				.isEqualTo("text ".repeat(2000));
			assertThat(compressed.values("Date")).hasSize(1);
			assertThat(application.exchange("GET /hello HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip")
				.values("Content-Encoding")).isEmpty();
			assertThat(application
				.exchange("GET /long HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip", "User-Agent: Old browser")
				.values("Content-Encoding")).isEmpty();
			assertThat(application.get("/long").values("Content-Encoding")).isEmpty();
		}
	}

	@Test
	void compressionOfOtherTypes() {
		try (RunningApplication application = RunningApplication.start("server.compression.enabled=true",
				"server.compression.mime-types=text/html")) {
			assertThat(application.exchange("GET /long HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip")
				.values("Content-Encoding")).isEmpty();
		}
		try (RunningApplication application = RunningApplication.start("server.compression.enabled=true",
				"server.compression.mime-types=text/html", "server.compression.additional-mime-types=text/plain")) {
			assertThat(application.exchange("GET /long HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip")
				.values("Content-Encoding")).containsExactly("gzip");
		}
	}

	@ParameterizedTest
	@CsvSource({ "none, http://localhost/uri", "native, https://front.example:8443/uri",
			"framework, https://front.example:8443/uri" })
	void forwardHeadersStrategy(String strategy, String uri) {
		try (RunningApplication application = RunningApplication.start("server.forward-headers-strategy=" + strategy)) {
			assertThat(application
				.exchange("GET /uri HTTP/1.1", "Host: localhost", "X-Forwarded-Proto: https",
						"X-Forwarded-Host: front.example", "X-Forwarded-Port: 8443")
				.text()).isEqualTo("\"" + uri + "\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2KB", "32KB" })
	void maxHttpRequestHeaderSize(String size) {
		try (RunningApplication application = RunningApplication.start("server.max-http-request-header-size=" + size)) {
			assertThat(application.exchange("GET /hello HTTP/1.1", "Host: localhost", "Long: " + "x".repeat(16000))
				.status()).isEqualTo(size.equals("2KB") ? 431 : 200);
		}
	}

	@Test
	void sessionAndBasePathAreAboveTheServer() {
		try (RunningApplication application = RunningApplication.start("server.reactive.session.cookie.name=PROBE",
				"server.reactive.session.cookie.same-site=strict", "server.reactive.session.timeout=10m",
				"spring.webflux.base-path=/base")) {
			assertThat(application.get("/base/session").values("Set-Cookie"))
				.singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
				.startsWith("PROBE=")
				.contains("SameSite=Strict");
			assertThat(application.get("/session").status()).isEqualTo(404);
		}
	}

}
