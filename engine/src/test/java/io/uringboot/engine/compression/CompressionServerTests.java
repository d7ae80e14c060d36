package io.uringboot.engine.compression;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import io.netty.buffer.Unpooled;
import io.uringboot.engine.http1.Http1Server;
import io.uringboot.engine.testkit.RawConnection;
import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In reactor-netty's pipeline, behind the engine's codec.
 */
class CompressionServerTests {

	private static final String TEXT = "some text ".repeat(1000);

	private static EventLoops loops;

	@TempDir
	static Path directory;

	private static byte[] file;

	private final Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();

	private volatile boolean cancelled;

	@BeforeAll
	static void prepare() throws IOException {
		loops = EventLoops.create(Transport.IO_URING,
				EventLoopSettings.defaults().withThreadPrefix("compression").withThreads(2));
		file = Contents.random(new Random(1), 1 << 20);
		Files.write(directory.resolve("file"), file);
	}

	@AfterAll
	static void dispose() {
		loops.dispose();
	}

	@ParameterizedTest
	@EnumSource
	void aWholeContentHasALength(ContentCoding coding) throws Exception {
		try (Server server = new Server((plain) -> plain)) {
			HttpResponse<byte[]> response = server.get("/text", coding);
			assertThat(response.headers().firstValue("Content-Encoding")).hasValue(coding.token().toString());
			assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
			assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
			assertThat(Contents.decoded(coding, response.body())).asString().isEqualTo(TEXT);
		}
	}

	@ParameterizedTest
	@EnumSource
	void anEventIsThereBeforeTheNext(ContentCoding coding) throws Exception {
		try (Server server = new Server((plain) -> plain)) {
			HttpResponse<InputStream> response = server.client.send(server.request("/events", coding),
					BodyHandlers.ofInputStream());
			assertThat(response.headers().firstValue("Content-Encoding")).hasValue(coding.token().toString());
			try (InputStream encoded = response.body()) {
				this.events.tryEmitNext("data: 1\n\n");
				InputStream decoding = (coding == ContentCoding.BR) ? new FlushedBrotli(encoded)
						: Contents.decoding(coding, encoded);
				assertThat(decoding.readNBytes(9)).asString().isEqualTo("data: 1\n\n");
				this.events.tryEmitNext("data: 2\n\n");
				assertThat(decoding.readNBytes(9)).asString().isEqualTo("data: 2\n\n");
				this.events.tryEmitComplete();
				assertThat(decoding.readAllBytes()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFileIsEncodedOrSentAsItIs(ContentCoding coding) throws Exception {
		try (Server server = new Server((plain) -> plain)) {
			HttpResponse<byte[]> response = server.get("/file", coding);
			assertThat(response.headers().firstValue("Content-Encoding")).hasValue(coding.token().toString());
			assertThat(response.headers().firstValue("Content-Length")).isEmpty();
			assertThat(Contents.decoded(coding, response.body())).isEqualTo(file);
			HttpResponse<byte[]> image = server.get("/image", coding);
			assertThat(image.headers().firstValue("Content-Encoding")).isEmpty();
			assertThat(image.body()).isEqualTo(file);
			// The connection is as it was before.
			assertThat(Contents.decoded(coding, server.get("/text", coding).body())).asString().isEqualTo(TEXT);
		}
	}

	@Test
	void aClientThatGoesAwayInTheMiddleEndsTheResponse() throws Exception {
		try (Server server = new Server((plain) -> plain)) {
			try (RawConnection connection = RawConnection.to(server.port())) {
				connection.send("GET /events HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
				this.events.tryEmitNext("data: 1\n\n");
				assertThat(connection.readResponse().head()).contains("Content-Encoding: gzip");
				connection.reset();
			}
			Awaitility.await().until(() -> {
				this.events.tryEmitNext("data: more\n\n");
				return this.cancelled;
			});
			HttpResponse<byte[]> next = server.get("/text", ContentCoding.GZIP);
			assertThat(Contents.decoded(ContentCoding.GZIP, next.body())).asString().isEqualTo(TEXT);
		}
	}

	@Test
	void pipelinedRequestsEachGetTheirCoding() {
		try (Server server = new Server((plain) -> plain); RawConnection connection = RawConnection.to(server.port())) {
			String plain = "GET /text HTTP/1.1\r\nHost: localhost\r\n\r\n";
			String gzip = "GET /text HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
			connection.send(plain + gzip + plain + gzip + gzip);
			for (boolean encoded : List.of(false, true, false, true, true)) {
				RawConnection.Response response = connection.readResponse();
				assertThat(response.head().contains("Content-Encoding: gzip")).isEqualTo(encoded);
				assertThat(response.body().equals(TEXT)).isNotEqualTo(encoded);
			}
		}
	}

	@Test
	void headHasNoLengthAndTheConnectionGoesOn() {
		try (Server server = new Server((plain) -> plain); RawConnection connection = RawConnection.to(server.port())) {
			String head = "HEAD /text HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
			connection.send(head + head);
			for (int i = 0; i < 2; i++) {
				assertThat(connection.readResponse().head()).contains("Content-Encoding: gzip", "Vary: Accept-Encoding")
					.doesNotContainIgnoringCase("content-length");
			}
		}
	}

	@Test
	void reactorNettyDoesNotEncodeTheSameAgain() throws Exception {
		List<UnaryOperator<HttpServer>> configurations = List.of((server) -> server.compress(true),
				(server) -> server.compress(10), (server) -> server.compress((request, response) -> true));
		for (UnaryOperator<HttpServer> configuration : configurations) {
			try (Server server = new Server(configuration)) {
				HttpResponse<byte[]> response = server.get("/text", ContentCoding.GZIP);
				assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
				assertThat(Contents.decoded(ContentCoding.GZIP, response.body())).asString().isEqualTo(TEXT);
				assertThat(server.get("/image", ContentCoding.GZIP).headers().allValues("Content-Encoding")).isEmpty();
			}
		}
	}

	private void routes(HttpServerRoutes routes) {
		routes.route((request) -> request.uri().equals("/text"),
				(request, response) -> response.header("Content-Type", "text/plain")
					.header("Content-Length", Integer.toString(TEXT.length()))
					.send(Mono.fromSupplier(() -> Unpooled.copiedBuffer(TEXT, StandardCharsets.US_ASCII))));
		routes.get("/events",
				(request, response) -> response.sse()
					.send(this.events.asFlux()
						.doOnCancel(() -> this.cancelled = true)
						.map((event) -> Unpooled.copiedBuffer(event, StandardCharsets.US_ASCII)), (buffer) -> true));
		routes.get("/file", (request, response) -> response.header("Content-Type", "text/plain")
			.sendFile(directory.resolve("file")));
		routes.get("/image", (request, response) -> response.header("Content-Type", "image/png")
			.sendFile(directory.resolve("file")));
	}

	/**
	 * A client that has no more input yet must not wait for it.
	 */
	private static final class FlushedBrotli extends InputStream {

		private final InputStream encoded;

		private final DecoderJNI.Wrapper decoder;

		private byte[] decoded = new byte[0];

		private int index;

		private FlushedBrotli(InputStream encoded) throws IOException {
			this.encoded = encoded;
			this.decoder = new DecoderJNI.Wrapper(1);
		}

		@Override
		public int read() throws IOException {
			while (this.index == this.decoded.length) {
				if (this.decoder.hasOutput()) {
					ByteBuffer part = this.decoder.pull();
					this.decoded = new byte[part.remaining()];
					part.get(this.decoded);
					this.index = 0;
					continue;
				}
				int octet = this.encoded.read();
				if (octet < 0) {
					return -1;
				}
				this.decoder.getInputBuffer().clear();
				this.decoder.getInputBuffer().put((byte) octet);
				this.decoder.push(1);
			}
			return this.decoded[this.index++] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int octet = (length > 0) ? read() : 0;
			if (octet < 0) {
				return -1;
			}
			if (length > 0) {
				target[offset] = (byte) octet;
			}
			return Math.min(length, 1);
		}

		@Override
		public void close() {
			this.decoder.destroy();
		}

	}

	private final class Server implements AutoCloseable {

		private final DisposableServer server;

		private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

		private Server(UnaryOperator<HttpServer> configuration) {
			HttpServer plain = HttpServer.create()
				.host("127.0.0.1")
				.port(0)
				.runOn(loops)
				.route(CompressionServerTests.this::routes);
			HttpServer served = Http1Server.create().apply(configuration.apply(plain));
			this.server = Contents.compression(ContentCoding.BR, ContentCoding.GZIP)
				.apply(served)
				.bindNow(Duration.ofSeconds(10));
		}

		private int port() {
			return this.server.port();
		}

		private HttpRequest request(String path, ContentCoding coding) {
			return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
				.header("Accept-Encoding", coding.token().toString())
				.timeout(Duration.ofSeconds(20))
				.build();
		}

		private HttpResponse<byte[]> get(String path, ContentCoding coding) throws IOException, InterruptedException {
			return this.client.send(request(path, coding), BodyHandlers.ofByteArray());
		}

		@Override
		public void close() {
			this.server.disposeNow(Duration.ofSeconds(10));
		}

	}

}
