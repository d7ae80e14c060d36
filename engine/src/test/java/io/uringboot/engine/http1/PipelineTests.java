package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;

import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests behind each other on one connection, and what ends it: RFC 9112 §9.3, §9.6.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class PipelineTests {

	private static final String IN_PLACE = "GET /p/now/1 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String DEFERRED = "GET /p/later/1 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String STANDARD = "GET /s/now/1 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String LATER = "GET /s/later/1 HTTP/1.1\r\nHost: a\r\n\r\n";

	private final Transport transport;

	private TestServer server;

	private WireClient client;

	PipelineTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		this.server = TestServer.start(this.transport);
		this.client = this.server.client().timeout(5000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void connectionServesOneRequestAfterTheOther(String request) {
		for (int i = 0; i < 5; i++) {
			assertThat(this.client.send(request).response().status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 300, 1000 })
	void pipelineIsAnsweredCompletelyAndInOrder(int count) {
		String[] kinds = { "p/now", "s/now", "p/later", "s/later", "p/at-once", "s/now", "p/now" };
		StringBuilder requests = new StringBuilder();
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String kind = kinds[i % kinds.length];
			requests.append("GET /").append(kind).append('/').append(i).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
			expected.add("200 " + (kind.startsWith("s") ? "std" : kind.substring(2)) + " " + i);
		}
		this.client.send(requests.toString());
		assertThat(this.client.summaries(count)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "p/now", "s/now", "s/later" })
	void pipelineOfOneKindIsAnsweredCompletely(String kind) {
		String request = "GET /" + kind + "/7 HTTP/1.1\r\nHost: a\r\n\r\n";
		this.client.send(request.repeat(1000));
		assertThat(this.client.summaries(1000)).hasSize(1000)
			.containsOnly(kind.startsWith("p") ? "200 now 7" : "200 std 7");
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void malformedRequestBehindAnotherIsAnsweredInOrderAndEndsTheConnection(String first) {
		this.client.send(first + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + first);
		assertThat(this.client.response().status()).isEqualTo(200);
		WireResponse refusal = this.client.response();
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.field("connection")).isEqualTo("close");
		assertThat(refusal.field("date")).isNotNull();
		this.client.expectEnd();
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void http10RequestBehindAnotherIsAnsweredAndEndsTheConnection(String first) {
		this.client.send(first + first.replace("HTTP/1.1", "HTTP/1.0") + first);
		List<String> answers = this.client.summariesToTheEnd();
		assertThat(answers).hasSize(2).allMatch((answer) -> answer.startsWith("200 "));
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void closingRequestBehindAnotherIsAnsweredAndEndsTheConnection(String first) {
		String closing = first.replace("Host: a", "Host: a\r\nConnection: close");
		this.client.send(first + closing + first);
		assertThat(this.client.response().field("connection")).isNull();
		assertThat(this.client.response().field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void allAnswersArriveAfterTheClientHasHalfClosed(String request) {
		this.client.send(request.repeat(50)).halfClose();
		assertThat(this.client.summariesToTheEnd()).hasSize(50).allMatch((answer) -> answer.startsWith("200 "));
	}

	@Test
	void requestThatIsIncompleteWhenTheClientHalfClosesIsNotAnswered() {
		this.client.send(IN_PLACE + STANDARD + "GET /s/now/2 HTTP/1.1\r\nHo").halfClose();
		assertThat(this.client.summariesToTheEnd()).containsExactly("200 now 1", "200 std 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { IN_PLACE, DEFERRED, STANDARD, LATER })
	void corruptChunkBehindAnotherRequestIsRefused(String first) {
		this.client.send(first + "POST /s/collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "5\r\nhelloXX0\r\n\r\n" + first);
		assertThat(this.client.response().status()).isEqualTo(200);
		assertThat(this.client.response().status()).isEqualTo(400);
		this.client.expectEnd();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/p/echo", "/s/collect", "/s/ignore-later" })
	void corruptChunkIsRefused(String path) {
		this.client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "5\r\nhello\r\nnonsense\r\n" + IN_PLACE);
		WireResponse refusal = this.client.response();
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void corruptChunkCutsOffAnAnswerThatHasBegun() {
		this.client.send("POST /s/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
		String head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
		assertThat(this.client.read(head.length() + 10)).isEqualTo(head + "5\r\nhello\r\n");
		this.client.send("nonsense\r\n" + IN_PLACE);
		this.client.expectEnd();
	}

}
