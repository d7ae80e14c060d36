package io.uringboot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Static files under TLS, where none goes from the disk to the socket past this process.
 */
@TlsProviderTest
class TlsFilesTests {

	private static final int LARGE = 5 * 1024 * 1024 + 17;

	private static final int KEPT = 300_001;

	private final byte[] large = random(LARGE);

	private final byte[] kept = random(KEPT);

	@TempDir
	private Path directory;

	@BeforeEach
	void writeFiles() throws IOException {
		Files.write(this.directory.resolve("large.bin"), this.large);
		Files.write(this.directory.resolve("kept.bin"), this.kept);
	}

	@Test
	void arriveAsTheyAre() throws IOException {
		try (RunningApplication application = start(); RawConnection connection = connect(application)) {
			for (int request = 0; request < 3; request++) {
				assertThat(get(connection, "/large.bin").body()).isEqualTo(this.large);
				assertThat(get(connection, "/kept.bin").body()).isEqualTo(this.kept);
			}
		}
	}

	@Test
	void arriveInTheOrderOfPipelinedRequests() throws IOException {
		try (RunningApplication application = start(); RawConnection connection = connect(application)) {
			connection.sendBytes(
					"GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\nGET /kept.bin HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2));
			for (int request = 0; request < 2; request++) {
				assertThat(connection.response().body()).isEqualTo(this.large);
				assertThat(connection.response().body()).isEqualTo(this.kept);
			}
		}
	}

	@Test
	void arriveInParts() throws IOException {
		try (RunningApplication application = start(); RawConnection connection = connect(application)) {
			assertPart(connection, "bytes=0-0", 0, 1);
			assertPart(connection, "bytes=16383-16384", 16_383, 16_385);
			assertPart(connection, "bytes=1000000-3999999", 1_000_000, 4_000_000);
			assertPart(connection, "bytes=5000000-", 5_000_000, LARGE);
			assertPart(connection, "bytes=-4194305", LARGE - 4_194_305, LARGE);
			assertThat(get(connection, "/kept.bin", "Range: bytes=100000-299999").body())
				.isEqualTo(Arrays.copyOfRange(this.kept, 100_000, 300_000));
		}
	}

	@Test
	void arriveByHttp2AsTheyAre() {
		try (RunningApplication application = start("server.http2.enabled=true")) {
			GenericSslContextSpec<?> spec = Http2SslContextSpec.forClient()
				.configure((builder) -> builder.trustManager(InsecureTrustManagerFactory.INSTANCE));
			byte[] content = HttpClient.newConnection()
				.protocol(HttpProtocol.H2)
				.secure((ssl) -> ssl.sslContext(spec))
				.get()
				.uri("https://127.0.0.1:" + application.port() + "/large.bin")
				.responseSingle((response, body) -> body.asByteArray())
				.block(Duration.ofSeconds(20));
			assertThat(content).isEqualTo(this.large);
		}
	}

	private void assertPart(RawConnection connection, String range, int from, int to) {
		RawResponse response = get(connection, "/large.bin", "Range: " + range);
		assertThat(response.status()).isEqualTo(206);
		assertThat(response.values("Content-Range")).containsExactly("bytes " + from + "-" + (to - 1) + "/" + LARGE);
		assertThat(response.body()).isEqualTo(Arrays.copyOfRange(this.large, from, to));
	}

	private static RawResponse get(RawConnection connection, String path, String... fields) {
		String[] request = Stream.concat(Stream.of("GET " + path + " HTTP/1.1", "Host: localhost"), Stream.of(fields))
			.toArray(String[]::new);
		return connection.send(request).response();
	}

	private static RawConnection connect(RunningApplication application) throws IOException {
		return RawConnection.secured(application.port(), (parameters) -> {
		});
	}

	private static byte[] random(int length) {
		byte[] octets = new byte[length];
		new Random(length).nextBytes(octets);
		return octets;
	}

	private RunningApplication start(String... properties) {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), this.directory, "web");
		String[] settings = { "server.ssl.bundle=web",
				"spring.web.resources.static-locations=" + this.directory.toUri() };
		return RunningApplication
			.start(Stream.of(bundle, settings, properties).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
