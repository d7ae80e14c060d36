package io.uringboot.engine.http1;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that are answered in place, and those that a responder leaves alone.
 */
class InPlaceTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String NEXT = "GET /p/now/next" + HOST + "\r\n";

	private TestServer server;

	private WireClient client;

	@BeforeEach
	void start() {
		this.server = TestServer.start();
		this.client = this.server.client().timeout(5000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "throw", "throw-after-defer", "nothing" })
	void handlerThatFailsIsAnswered500AndTheConnectionEnds(String kind) {
		this.client.send(NEXT + "GET /p/" + kind + HOST + "\r\n" + NEXT);
		assertThat(this.client.response().text()).isEqualTo("now next");
		WireResponse failure = this.client.response();
		assertThat(failure.status()).isEqualTo(500);
		assertThat(failure.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void declinedRequestTakesTheStandardPathWithItsContent() {
		for (String framing : new String[] { "Content-Length: 5\r\n\r\nhello",
				"Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;a=b\r\nllo\r\n0\r\nA: b\r\n\r\n" }) {
			this.client.send("POST /p/collect" + HOST + framing + NEXT);
			assertThat(this.client.summaries(2)).containsExactly("200 5:hello", "200 now next");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { TestResponder.MAX_CONTENT, TestResponder.MAX_CONTENT + 1, 100_000 })
	void contentAboveTheResponderslimitTakesTheStandardPath(int size) {
		String content = TestRoutes.text(size);
		this.client.send("POST /p/echo" + HOST + "Content-Length: " + size + "\r\n\r\n" + content + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 " + content, "200 now next");
		this.client.send("POST /p/echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size)
				+ "\r\n" + content + "\r\n0\r\n\r\n" + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 " + content, "200 now next");
	}

	@Test
	void contentInManySmallChunksIsWhole() {
		StringBuilder chunks = new StringBuilder();
		for (int i = 0; i < 2000; i++) {
			chunks.append("2\r\n").append((char) ('a' + i % 26)).append("-\r\n");
		}
		this.client.send("POST /p/echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
		for (int i = 0; i < chunks.length(); i += 700) {
			this.client.send(chunks.substring(i, Math.min(i + 700, chunks.length())));
		}
		this.client.send("0\r\n\r\n" + NEXT);
		assertThat(this.client.response().text()).hasSize(4000).startsWith("a-b-c-").endsWith("w-x-");
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@Test
	void contentThatIsNotCompleteYetIsAwaited() {
		this.client.send("POST /p/echo" + HOST + "Content-Length: 1000\r\n\r\n");
		String content = TestRoutes.text(1000);
		for (int i = 0; i < 1000; i += 100) {
			this.client.send(content.substring(i, i + 100));
		}
		assertThat(this.client.response().text()).isEqualTo(content);
	}

	@Test
	void requestThatExpectsContinueTakesTheStandardPath() {
		this.client.send("POST /p/collect" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
		assertThat(this.client.response().status()).isEqualTo(100);
		assertThat(this.client.send("hello").response().text()).isEqualTo("5:hello");
	}

	@Test
	void emptyAnswerHasNeitherContentNorLength() {
		this.client.send("GET /p/empty" + HOST + "\r\n" + NEXT);
		WireResponse response = this.client.response();
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.field("content-length")).isNull();
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 304 })
	void contentOfAResponseThatHasNoneIsLeftOut(int status) {
		InPlaceResponder careless = new InPlaceResponder() {

			@Override
			public int accept(RequestHead head) {
				return 0;
			}

			@Override
			public boolean respond(RequestHead head, byte[] content, int offset, int length, ResponseWriter response) {
				response.write(ResponseHead.of(HttpResponseStatus.valueOf(status)), new byte[] { 'x' }, 0, 1);
				return true;
			}

		};
		try (TestServer server = TestServer.start(io.uringboot.engine.transport.Transport.IO_URING,
				(codec) -> codec.inPlace(() -> careless), (plain) -> plain); WireClient client = server.client()) {
			client.send("GET /a" + HOST + "\r\nGET /b" + HOST + "\r\n");
			assertThat(client.response().status()).isEqualTo(status);
			assertThat(client.response().status()).isEqualTo(status);
		}
	}

	@Test
	void answersOfABatchLeaveWithOneWrite() {
		this.client.send(NEXT.repeat(3));
		assertThat(this.client.response().text()).isEqualTo("now next");
		assertThat(this.client.available()).isPositive();
		assertThat(this.client.summaries(2)).hasSize(2);
	}

}
