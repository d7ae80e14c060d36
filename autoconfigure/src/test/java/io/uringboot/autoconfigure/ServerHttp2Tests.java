package io.uringboot.autoconfigure;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code server.http2.enabled}, without and with TLS.
 */
class ServerHttp2Tests {

	private static final int SETTINGS_MAX_HEADER_LIST_SIZE = 6;

	@Test
	void cleartextByUpgradeAndByPriorKnowledgeBesideHttp1() {
		try (RunningApplication application = RunningApplication.start("server.http2.enabled=true",
				"server.server-header=Probe/1")) {
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			assertServes(HttpClient.create().protocol(HttpProtocol.HTTP11, HttpProtocol.H2C), application);
			assertServes(HttpClient.create().protocol(HttpProtocol.H2C), application);
		}
	}

	@Test
	void withTlsByAlpnBesideHttp1(@TempDir Path directory) throws Exception {
		try (RunningApplication application = startSecured(directory, "server.server-header=Probe/1")) {
			assertServes(HttpClient.create()
				.secure((ssl) -> ssl.sslContext((GenericSslContextSpec<?>) Http2SslContextSpec.forClient()
					.configure((builder) -> builder.trustManager(InsecureTrustManagerFactory.INSTANCE))))
				.protocol(HttpProtocol.H2), application);
			try (RawConnection connection = RawConnection.secured(application.port(),
					(parameters) -> parameters.setApplicationProtocols(new String[] { "http/1.1" }))) {
				assertThat(connection.applicationProtocol()).isEqualTo("http/1.1");
				RawResponse response = connection.send("GET /hello HTTP/1.1", "Host: localhost").response();
				assertThat(response.text()).isEqualTo("hello");
				assertThat(response.values("Date")).hasSize(1);
				assertThat(response.values("Server")).containsExactly("Probe/1");
			}
			try (RawConnection connection = RawConnection.secured(application.port(), (parameters) -> {
			})) {
				assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().values("Date"))
					.hasSize(1);
			}
		}
	}

	@Test
	void isNotOfferedWhenDisabled(@TempDir Path directory) throws Exception {
		try (RunningApplication application = startSecured(directory, "server.http2.enabled=false");
				RawConnection connection = RawConnection.secured(application.port(),
						(parameters) -> parameters.setApplicationProtocols(new String[] { "h2", "http/1.1" }))) {
			assertThat(connection.applicationProtocol()).isNotEqualTo("h2");
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().text()).isEqualTo("hello");
		}
	}

	@Test
	void maxHttpRequestHeaderSizeIsInTheSettings() {
		try (RunningApplication application = RunningApplication.start("server.http2.enabled=true",
				"server.max-http-request-header-size=3KB"); RawConnection connection = application.connect()) {
			connection.sendBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
				.sendBytes(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 });
			assertThat(readSettings(connection)).containsEntry(SETTINGS_MAX_HEADER_LIST_SIZE, 3 * 1024);
		}
	}

	private static void assertServes(HttpClient client, RunningApplication application) {
		for (String path : new String[] { "/hello", "/nowhere" }) {
			HttpHeaders headers = client.host("127.0.0.1")
				.port(application.port())
				.get()
				.uri(path)
				.responseSingle((response, body) -> body.asString().thenReturn(response.responseHeaders()))
				.block(Duration.ofSeconds(10));
			assertThat(headers.get("x-http2-stream-id")).as("HTTP/2").isNotNull();
			assertThat(headers.getAll("date")).hasSize(1);
			assertThat(headers.getAll("server")).containsExactly("Probe/1");
		}
	}

	private static RunningApplication startSecured(Path directory, String... properties) {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), directory, "server");
		String[] server = { "server.ssl.bundle=server", "server.http2.enabled=true" };
		return RunningApplication.start(java.util.stream.Stream.of(bundle, server, properties)
			.flatMap(java.util.Arrays::stream)
			.toArray(String[]::new));
	}

	private static Map<Integer, Integer> readSettings(RawConnection connection) {
		// RFC 9113, section 4.1: length (24), type (8), flags (8), stream (32)
		ByteBuffer header = ByteBuffer.wrap(connection.bytes(9));
		int length = (header.getShort() << 8) | (header.get() & 0xFF);
		assertThat(header.get()).as("SETTINGS").isEqualTo((byte) 4);
		ByteBuffer payload = ByteBuffer.wrap(connection.bytes(length));
		Map<Integer, Integer> settings = new HashMap<>();
		while (payload.hasRemaining()) {
			settings.put((int) payload.getShort(), payload.getInt());
		}
		return settings;
	}

}
