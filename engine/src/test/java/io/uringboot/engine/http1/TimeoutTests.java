package io.uringboot.engine.http1;

import java.time.Duration;

import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that send nothing, or not all: RFC 9112 §9.5, RFC 9110 §15.5.9. And the number
 * of requests that a connection may bring.
 */
class TimeoutTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String IN_PLACE = "GET /p/now/1" + HOST + "\r\n";

	private static TestServer withRequestTimeout(Transport transport, int millis) {
		return TestServer.start(transport, (codec) -> codec.requestTimeout(Duration.ofMillis(millis)),
				(server) -> server);
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void requestThatStopsIsAnswered408(Transport transport) {
		String[] beginnings = { "G", "GET / HTTP/1.1\r\nHo", IN_PLACE + "GET /p/now/2 HTTP/1.1\r\n",
				"POST /p/echo" + HOST + "Content-Length: 5\r\n\r\nhel",
				"POST /p/echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
				"GET /s/now/1" + HOST + "\r\nGET /p/", "GET /s/later/1" + HOST + "\r\nGET /p/",
				"GET /p/later/1" + HOST + "\r\nGET /p/" };
		try (TestServer server = withRequestTimeout(transport, 200)) {
			for (String beginning : beginnings) {
				try (WireClient client = server.client()) {
					client.send(beginning);
					assertThat(client.summariesToTheEnd()).as(beginning).last().isEqualTo("408");
				}
			}
		}
	}

	@Test
	void requestThatDribblesInIsNotGivenMoreTime() throws Exception {
		try (TestServer server = withRequestTimeout(Transport.IO_URING, 300); WireClient client = server.client()) {
			client.send("GET / HTTP/1.1\r\nX: ");
			for (int i = 0; i < 200 && client.available() == 0; i++) {
				client.send("y");
				Thread.sleep(20);
			}
			assertThat(client.response().status()).isEqualTo(408);
		}
	}

	@Test
	void connectionWithoutARequestIsNotTimedOut() throws Exception {
		try (TestServer server = withRequestTimeout(Transport.IO_URING, 200);
				WireClient client = server.client();
				WireClient fresh = server.client()) {
			client.send(IN_PLACE).response();
			Thread.sleep(700);
			assertThat(client.send(IN_PLACE).response().status()).isEqualTo(200);
			assertThat(fresh.send(IN_PLACE).response().status()).isEqualTo(200);
		}
	}

	@Test
	void handlerMayTakeLongerThanTheRequest() throws Exception {
		try (TestServer server = TestServer.start(Transport.IO_URING,
				(codec) -> codec.requestTimeout(Duration.ofMillis(100)), (plain) -> plain,
				(request, response) -> response
					.sendString(reactor.core.publisher.Mono.delay(Duration.ofMillis(600)).map((tick) -> "late")));
				WireClient client = server.client()) {
			client.send("GET /s" + HOST + "\r\n" + IN_PLACE);
			assertThat(client.summaries(2)).containsExactly("200 late", "200 now 1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /p/now/1", "GET /s/now/1" })
	void connectionEndsWhenItIsIdle(String request) {
		try (TestServer server = TestServer.start(Transport.IO_URING, (codec) -> codec,
				(plain) -> plain.idleTimeout(Duration.ofMillis(300))); WireClient client = server.client()) {
			assertThat(client.send(request + HOST + "\r\n").response().status()).isEqualTo(200);
			client.expectEnd();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /p/now/1", "GET /p/later/1", "GET /s/now/1" })
	void connectionThatIsUsedSurvivesTheIdleTimeout(String request) throws Exception {
		try (TestServer server = TestServer.start(Transport.IO_URING, (codec) -> codec,
				(plain) -> plain.idleTimeout(Duration.ofMillis(1500))); WireClient client = server.client()) {
			for (int i = 0; i < 8; i++) {
				assertThat(client.send(request + HOST + "\r\n").response().status()).isEqualTo(200);
				Thread.sleep(300);
			}
			assertThat(client.send(request + HOST + "\r\n").response().status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pppp", "ssss", "psps", "spsp", "ppss" })
	void lastOfTheAllowedRequestsEndsTheConnection(String kinds) {
		try (TestServer server = TestServer.start(Transport.IO_URING, (codec) -> codec,
				(plain) -> plain.maxKeepAliveRequests(3)); WireClient client = server.client()) {
			StringBuilder requests = new StringBuilder();
			for (char kind : kinds.toCharArray()) {
				requests.append("GET /").append(kind).append("/now/1").append(HOST).append("\r\n");
			}
			client.send(requests.toString());
			assertThat(client.response().field("connection")).isNull();
			assertThat(client.response().field("connection")).isNull();
			assertThat(client.response().field("connection")).isEqualTo("close");
			client.expectEnd();
		}
	}

	@Test
	void contentThatStopsEndsTheConnection() {
		try (TestServer server = withRequestTimeout(Transport.IO_URING, 200)) {
			int sockets = OpenFiles.sockets();
			try (WireClient client = server.client()) {
				client.send("POST /s/collect" + HOST + "Content-Length: 5\r\n\r\nhel");
				assertThat(client.hasEnded()).isTrue();
			}
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> OpenFiles.sockets() <= sockets);
		}
	}

}
