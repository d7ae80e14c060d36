package io.uringboot.engine.http1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that reactor-netty answers: what goes in and out between client and handler.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class StandardPathTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String NEXT = "GET /p/now/next" + HOST + "\r\n";

	private final Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();

	private final Transport transport;

	@TempDir
	private Path folder;

	private TestServer server;

	private WireClient client;

	StandardPathTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		this.server = TestServer.start(this.transport, (request, response) -> {
			if (request.uri().startsWith("/events")) {
				return response.sse().sendString(this.events.asFlux());
			}
			if (request.uri().startsWith("/file/")) {
				return response.sendFile(this.folder.resolve(request.uri().substring(6)));
			}
			return new TestRoutes().apply(request, response);
		});
		this.client = this.server.client().timeout(5000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 8191, 8192, 10_000, 65_536, 200_000 })
	void responseOfAnySizeLeavesAtOnce(int size) {
		for (String path : List.of("/s/bytes/", "/p/bytes/")) {
			this.client.send("GET " + path + size + HOST + "\r\n");
			assertThat(this.client.response().text()).isEqualTo(TestRoutes.text(size));
		}
		this.client.send(("GET /s/bytes/" + size + HOST + "\r\n" + NEXT).repeat(3));
		for (int i = 0; i < 3; i++) {
			assertThat(this.client.response().text()).isEqualTo(TestRoutes.text(size));
			assertThat(this.client.response().text()).isEqualTo("now next");
		}
	}

	@Test
	void chunkedResponseIsWhole() {
		this.client.send(("GET /s/stream/100" + HOST + "\r\n").repeat(3) + NEXT);
		String expected = String.join("", Flux.range(0, 100).map((i) -> i + ";").collectList().block());
		for (int i = 0; i < 3; i++) {
			WireResponse response = this.client.response();
			assertThat(response.field("transfer-encoding")).isEqualTo("chunked");
			assertThat(response.text()).isEqualTo(expected);
		}
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/echo", "/s/collect" })
	void contentArrivesHoweverItIsFramed(String path) {
		String content = TestRoutes.text(100_000);
		this.client.send("POST " + path + HOST + "Content-Length: 100000\r\n\r\n" + content);
		assertThat(this.client.response().text()).endsWith(content);
		StringBuilder chunks = new StringBuilder();
		for (int i = 0; i < content.length(); i += 1000) {
			chunks.append("3E8;a=b\r\n").append(content, i, i + 1000).append("\r\n");
		}
		this.client.send("POST " + path + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks
				+ "0\r\nTrailer: a\r\n\r\n" + NEXT);
		assertThat(this.client.response().text()).endsWith(content);
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 0", "Transfer-Encoding: chunked" })
	void emptyContentIsOne(String field) {
		this.client
			.send("POST /s/collect" + HOST + field + "\r\n\r\n" + (field.startsWith("T") ? "0\r\n\r\n" : "") + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 0:", "200 now next");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/ignore/1", "/s/ignore-later/1", "/s/empty", "/nowhere" })
	void responseThatIsEarlierThanTheContentLeavesTheConnectionUsable(String path) {
		this.client.send("POST " + path + HOST + "Content-Length: 300000\r\n\r\n" + TestRoutes.text(100_000));
		int status = this.client.response().status();
		assertThat(status).isIn(200, 204, 404);
		this.client
			.send(TestRoutes.text(200_000) + "POST " + path + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello");
		assertThat(this.client.response().status()).isEqualTo(status);
		for (int i = 0; i < 20; i++) {
			this.client.send("\r\n2710\r\n" + TestRoutes.text(10_000));
		}
		this.client.send("\r\n0\r\n\r\n" + NEXT);
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/now/1", "/s/later/1", "/p/now/1", "/p/later/1", "/s/stream/3", "/s/bytes/20000",
			"/p/bytes/20000" })
	void headIsAnsweredWithoutContent(String path) {
		this.client.send(("HEAD " + path + HOST + "\r\n").repeat(3) + NEXT);
		for (int i = 0; i < 3; i++) {
			WireResponse response = this.client.response(true);
			assertThat(response.status()).isEqualTo(200);
			if (path.contains("bytes")) {
				assertThat(response.field("content-length")).isEqualTo("20000");
			}
		}
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@Test
	void clientThatWaitsForContinueGetsItWhenTheHandlerReads() {
		this.client.send("POST /s/collect" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
		assertThat(this.client.response().status()).isEqualTo(100);
		this.client.send("hello" + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 5:hello", "200 now next");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/ignore/1", "/s/ignore-later/1", "/nowhere", "/s/fail" })
	void clientThatWaitsForContinueGetsTheEndWhenTheHandlerDoesNotRead(String path) {
		this.client
			.send("POST " + path + HOST + "Expect: 100-continue\r\nContent-Length: " + NEXT.length() + "\r\n\r\n");
		WireResponse response = this.client.response();
		assertThat(response.status()).isIn(200, 404, 500);
		assertThat(response.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void contentThatIsSentWithoutWaitingForContinueIsTakenForContent() {
		this.client.send("POST /s/ignore/1" + HOST + "Expect: 100-continue\r\nContent-Length: " + NEXT.length()
				+ "\r\n\r\n" + NEXT);
		assertThat(this.client.summariesToTheEnd()).doesNotContain("200 now next");
	}

	@Test
	void contentThatHasComeBeforeTheAnswerLeavesNothingUncertain() {
		this.client
			.send("POST /s/ignore-later/1" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello" + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 ignored 1", "200 now next");
	}

	@Test
	void failureOfTheHandlerIsAnswered() {
		this.client.send("GET /s/fail" + HOST + "\r\n" + NEXT);
		assertThat(this.client.response().status()).isEqualTo(500);
		this.client.expectEnd();
	}

	@Test
	void handlerThatEndsTheConnectionHasTheLastWord() {
		this.client.send("GET /s/now/1" + HOST + "\r\nGET /s/close/2" + HOST + "\r\n" + NEXT);
		assertThat(this.client.summariesToTheEnd()).containsExactly("200 std 1", "200 closing 2");
	}

	@Test
	void eventIsReadableBeforeTheNextIsMade() {
		this.client.send("GET /events" + HOST + "\r\n");
		String head = "";
		while (!head.endsWith("\r\n\r\n")) {
			head += this.client.read(1);
		}
		for (int i = 0; i < 5; i++) {
			this.events.tryEmitNext("data: " + i + "\n\n").orThrow();
			assertThat(this.client.read(14)).isEqualTo("9\r\ndata: " + i + "\n\n\r\n");
		}
		this.events.tryEmitComplete().orThrow();
		assertThat(this.client.read(5)).isEqualTo("0\r\n\r\n");
		this.client.send(NEXT);
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@Test
	void fileIsSentWhole() throws IOException {
		Files.write(this.folder.resolve("small"), TestRoutes.bytes(100));
		Files.write(this.folder.resolve("large"), TestRoutes.bytes(3_000_000));
		this.client.send("GET /file/large" + HOST + "\r\nGET /file/small" + HOST + "\r\n" + NEXT);
		assertThat(this.client.response().text()).isEqualTo(TestRoutes.text(3_000_000));
		assertThat(this.client.response().text()).isEqualTo(TestRoutes.text(100));
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@Test
	void largeResponsesReachASlowReaderWhole() throws Exception {
		try (WireClient slow = WireClient.open(this.server.port(), 8192)) {
			slow.send("GET /s/bytes/10000000" + HOST + "\r\nGET /p/bytes/3000000" + HOST + "\r\n"
					+ "GET /s/bytes/3000000" + HOST + "Connection: close\r\n\r\n");
			Thread.sleep(200); // until everything that fits is in the buffers
			assertThat(slow.response().text()).isEqualTo(TestRoutes.text(10_000_000));
			assertThat(slow.response().text()).isEqualTo(TestRoutes.text(3_000_000));
			assertThat(slow.response().text()).isEqualTo(TestRoutes.text(3_000_000));
			slow.expectEnd();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/now/1", "/p/now/1", "/p/later/1", "/s/later/1", "/s/stream/3" })
	void http10ClientGetsItsAnswerAndTheEnd(String path) {
		this.client.send("GET " + path + " HTTP/1.0\r\n\r\n");
		WireResponse response = this.client.response();
		assertThat(response.version()).isEqualTo("HTTP/1.1");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.field("transfer-encoding")).isNull();
		assertThat(response.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/now/1", "/p/now/1", "/p/later/1", "/s/later/1", "/s/bytes/4", "/s/stream/3" })
	void http10ClientLearnsWhetherTheConnectionPersists(String path) {
		this.client.send("GET " + path + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
		WireResponse response = this.client.response();
		assertThat(response.text())
			.endsWith(path.contains("stream") ? "0;1;2;" : path.contains("bytes") ? "abcd" : "1");
		if (path.contains("stream")) { // its length cannot be told before it ends
			assertThat(response.field("connection")).isEqualTo("close");
			this.client.expectEnd();
			return;
		}
		assertThat(response.field("connection")).isEqualTo("keep-alive");
		this.client.send("GET " + path + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
		assertThat(this.client.response().field("connection")).isEqualTo("keep-alive");
		this.client.send(NEXT);
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@Test
	void http10ClientIsToldThatTheApplicationEndsTheConnection() {
		this.client.send("GET /s/close/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
		assertThat(this.client.response().field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void http10ClientGetsTheSameBytesByEitherPath() {
		String request = "GET /?/now/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /?/now/1 HTTP/1.0\r\n\r\n";
		assertThat(answers(request.replace('?', 's')).replace("std 1", "now 1"))
			.isEqualTo(answers(request.replace('?', 'p')).replace("Content-Type: text/plain\r\n", "")
				.replace("Content-Length", "content-length"));
	}

	private String answers(String requests) {
		try (WireClient client = this.server.client()) {
			return client.send(requests).rest().replaceAll("Date: .*\r\n", "");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/9.9", "HTTP/1.2", "HTTP/2.0" })
	void unknownVersionIsNotEchoed(String version) {
		this.client.send("GET /s/version " + version + "\r\nHost: a\r\n\r\n");
		WireResponse response = this.client.response();
		assertThat(response.version()).isEqualTo("HTTP/1.1");
		assertThat(response.status()).isEqualTo(505);
		this.client.expectEnd();
	}

}
