package io.uringboot.autoconfigure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compression as Spring Boot has it, by the engine.
 */
class CompressionTests {

	private static final String ENABLED = "server.compression.enabled=true";

	@TempDir
	Path directory;

	@Test
	void bootsPropertyAloneCompressesWithGzip() throws IOException {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED)) {
			RawResponse response = get(application, "/body/10000?type=application/json", "gzip, deflate, br, zstd");
			assertThat(response.values("Content-Encoding")).containsExactly("gzip");
			assertThat(response.values("Vary")).containsExactly("Accept-Encoding");
			assertThat(response.values("Content-Length")).containsExactly(Integer.toString(response.body().length));
			assertThat(response.values("Transfer-Encoding")).isEmpty();
			assertThat(decoded(response)).hasSize(10000);
		}
	}

	/**
	 * Where they differ is told in {@code docs/compression.md}: reactor-netty compares
	 * names of codings by case, and answers {@code *} with snappy.
	 */
	@Test
	void theSameRequestsAreCompressedAsByBoot() {
		String[] settings = { ENABLED, "server.compression.min-response-size=1KB",
				"server.compression.mime-types=text/*,application/json,application/*+xml",
				"server.compression.excluded-user-agents=Old,Older" };
		List<String> targets = new ArrayList<>();
		for (String type : List.of("text/plain", "text/x+y", "TEXT/HTML;charset=utf-8", "application/json",
				"application/hal+json", "application/atom+xml", "application/xml", "image/png",
				"application/octet-stream")) {
			for (int length : new int[] { 1, 1023, 1024, 5000 }) {
				targets.add("/body/" + length + "?type=" + type.replace("+", "%2B"));
			}
		}
		targets.addAll(List.of("/no-type", "/encoded", "/parts", "/created", "/error/5000"));
		List<String> ours = encodings(targets, settings);
		List<String> boots = encodings(targets,
				Stream.concat(Arrays.stream(settings), Stream.of("uring.enabled=false")).toArray(String[]::new));
		assertThat(ours).isEqualTo(boots);
	}

	private static List<String> encodings(List<String> targets, String... properties) {
		List<String> encodings = new ArrayList<>();
		try (RunningApplication application = RunningApplication.start(Bodies.class, properties)) {
			for (String acceptEncoding : List.of("gzip", "x-gzip", "br", "gzip;q=0", "gzip;q=0.1", "identity",
					"br;q=1, gzip;q=0.5", "*;q=0", "gzip, *;q=0", "gzip;q=0, *;q=0", "deflate;q=0, gzip", "zstd", "")) {
				for (String target : targets) {
					for (String userAgent : List.of("New", "old", "Older and newer")) {
						RawResponse response = application.exchange("GET " + target + " HTTP/1.1", "Host: localhost",
								"Accept-Encoding: " + acceptEncoding, "User-Agent: " + userAgent);
						encodings.add(String.join(" ", target, acceptEncoding, userAgent, response.statusLine(),
								response.values("Content-Encoding").toString()));
					}
				}
			}
		}
		return encodings;
	}

	@Test
	void ownSettingsGoBeforeThoseOfBoot() throws IOException {
		try (RunningApplication application = RunningApplication.start(Bodies.class, "uring.compression.enabled=true",
				"server.compression.mime-types=text/html", "server.compression.excluded-user-agents=Old",
				"uring.compression.mime-types=text/css", "uring.compression.min-response-size=50B",
				"uring.compression.excluded-user-agents=Older")) {
			assertThat(get(application, "/body/50?type=text/css", "gzip").values("Content-Encoding")).isNotEmpty();
			assertThat(get(application, "/body/49?type=text/css", "gzip").values("Content-Encoding")).isEmpty();
			assertThat(get(application, "/body/5000?type=text/html", "gzip").values("Content-Encoding")).isEmpty();
			assertThat(application
				.exchange("GET /body/50?type=text/css HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip",
						"User-Agent: Old")
				.values("Content-Encoding")).isNotEmpty();
			assertThat(application
				.exchange("GET /body/50?type=text/css HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip",
						"User-Agent: Older")
				.values("Content-Encoding")).isEmpty();
		}
	}

	@Test
	void levels() {
		List<Integer> lengths = new ArrayList<>();
		for (int level : new int[] { 1, 9 }) {
			try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED,
					"uring.compression.gzip-level=" + level)) {
				lengths.add(get(application, "/varied", "gzip").body().length);
			}
		}
		assertThat(lengths.get(1)).isLessThan(lengths.get(0));
	}

	@Test
	void switchedOffItIsReactorNettyThatCompresses() {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED,
				"uring.compression.enabled=false")) {
			RawResponse response = get(application, "/body/10000?type=text/plain", "gzip");
			assertThat(response.values("Content-Encoding")).containsExactly("gzip");
			assertThat(response.values("Vary")).isEmpty();
		}
	}

	@Test
	void withNettysCodecItIsReactorNettyThatCompresses() throws IOException {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED,
				"uring.http1.enabled=false", "uring.compression.min-response-size=5KB")) {
			RawResponse response = get(application, "/body/10000?type=text/plain", "gzip");
			assertThat(response.values("Content-Encoding")).containsExactly("gzip");
			assertThat(decoded(response)).hasSize(10000);
			assertThat(get(application, "/body/4000?type=text/plain", "gzip").values("Content-Encoding")).isEmpty();
		}
	}

	@Test
	void varyOfCrossOriginRequestsIsMerged() {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED)) {
			assertThat(get(application, "/created", "gzip").values("Vary"))
				.containsExactly("Origin, Accept-Language, Accept-Encoding");
		}
	}

	@Test
	void aConditionalRequestWithTheTagOfACompressedResponseIsAnswered304() {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED)) {
			RawResponse first = get(application, "/tagged", "gzip");
			assertThat(first.values("ETag")).containsExactly("W/\"tag\"");
			RawResponse second = application.exchange("GET /tagged HTTP/1.1", "Host: localhost",
					"Accept-Encoding: gzip", "If-None-Match: W/\"tag\"");
			assertThat(second.status()).isEqualTo(304);
			assertThat(second.values("ETag")).containsExactly("W/\"tag\"");
			assertThat(get(application, "/tagged", "identity").values("ETag")).containsExactly("\"tag\"");
		}
	}

	@Test
	void withTlsHttp1IsCompressedByTheEngineAndHttp2ByReactorNetty() throws IOException {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), this.directory, "server");
		try (RunningApplication application = RunningApplication.start(Bodies.class, bundle[0], bundle[1],
				"server.ssl.bundle=server", "server.http2.enabled=true", ENABLED)) {
			try (RawConnection connection = RawConnection.secured(application.port(),
					(parameters) -> parameters.setApplicationProtocols(new String[] { "http/1.1" }))) {
				RawResponse response = connection
					.send("GET /body/10000?type=text/plain HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip")
					.response();
				assertThat(response.values("Content-Encoding")).containsExactly("gzip");
				assertThat(response.values("Vary")).containsExactly("Accept-Encoding");
				assertThat(decoded(response)).hasSize(10000);
			}
			String result = HttpClient.create()
				.secure((ssl) -> ssl.sslContext((GenericSslContextSpec<?>) Http2SslContextSpec.forClient()
					.configure((builder) -> builder.trustManager(InsecureTrustManagerFactory.INSTANCE))))
				.protocol(HttpProtocol.H2)
				.headers((headers) -> headers.set("Accept-Encoding", "gzip"))
				.get()
				.uri("https://localhost:" + application.port() + "/body/10000?type=text/plain")
				.responseSingle((response, content) -> content.asByteArray()
					.map((body) -> response.responseHeaders().getAll("Content-Encoding") + " " + unzipped(body).length))
				.block();
			assertThat(result).isEqualTo("[gzip] 10000");
		}
	}

	@Test
	void cleartextConnectionsThatMayBeUpgradedAreCompressedToo() throws IOException {
		try (RunningApplication application = RunningApplication.start(Bodies.class, ENABLED,
				"server.http2.enabled=true")) {
			RawResponse response = get(application, "/body/10000?type=text/plain", "gzip");
			assertThat(response.values("Content-Encoding")).containsExactly("gzip");
			assertThat(decoded(response)).hasSize(10000);
		}
	}

	private static RawResponse get(RunningApplication application, String target, String acceptEncoding) {
		return application.exchange("GET " + target + " HTTP/1.1", "Host: localhost",
				"Accept-Encoding: " + acceptEncoding);
	}

	private static byte[] decoded(RawResponse response) {
		return unzipped(response.body());
	}

	private static byte[] unzipped(byte[] encoded) {
		try (GZIPInputStream decoding = new GZIPInputStream(new ByteArrayInputStream(encoded))) {
			return decoding.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@RestController
	static class Bodies {

		@GetMapping("/body/{length}")
		ResponseEntity<byte[]> body(@PathVariable int length, @RequestParam String type) {
			return ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(type))
				.body("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
		}

		@GetMapping("/error/{length}")
		ResponseEntity<String> error(@PathVariable int length) {
			return ResponseEntity.status(500).contentType(MediaType.TEXT_PLAIN).body("x".repeat(length));
		}

		@GetMapping("/no-type")
		ResponseEntity<Void> noType() {
			return ResponseEntity.ok().build();
		}

		@GetMapping("/encoded")
		ResponseEntity<String> encoded() {
			return ResponseEntity.ok()
				.contentType(MediaType.TEXT_PLAIN)
				.header(HttpHeaders.CONTENT_ENCODING, "own")
				.body("x".repeat(5000));
		}

		@GetMapping(path = "/parts", produces = MediaType.TEXT_PLAIN_VALUE)
		Flux<String> parts() {
			return Flux.range(0, 100).map((number) -> "part " + number);
		}

		@GetMapping("/created")
		ResponseEntity<String> created() {
			return ResponseEntity.status(201)
				.contentType(MediaType.TEXT_PLAIN)
				.header(HttpHeaders.VARY, "Origin", "Accept-Language")
				.body("x".repeat(5000));
		}

		@GetMapping("/tagged")
		ResponseEntity<String> tagged() {
			return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).eTag("\"tag\"").body("x".repeat(5000));
		}

		@GetMapping(path = "/varied", produces = MediaType.TEXT_PLAIN_VALUE)
		String varied() {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < 3000; i++) {
				text.append(Integer.toString(i * 31 % 977, 36)).append(" item ");
			}
			return text.toString();
		}

	}

}
