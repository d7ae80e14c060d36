package io.uringboot.engine.http1;

import java.util.stream.Stream;

import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Valid requests get on the standard path the very octets that reactor-netty sends with
 * Netty's codec.
 */
class StockComparisonTests {

	private static TestServer ours;

	private static TestServer stock;

	@BeforeAll
	static void start() {
		ours = TestServer.start(Transport.IO_URING);
		stock = TestServer.startStock((server) -> server);
	}

	@AfterAll
	static void stop() {
		ours.close();
		stock.close();
	}

	static Stream<String> requests() {
		String get = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
		String post = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
		return Stream.of("GET /s/now/1" + get, "HEAD /s/now/1" + get, "HEAD /s/bytes/5" + get, "HEAD /s/stream/3" + get,
				"GET /s/stream/3" + get, "GET /s/bytes/100000" + get, "GET /s/empty" + get, "HEAD /s/empty" + get,
				"GET /nowhere" + get, "GET /s/fail" + get, "GET /s/close/1" + get, "OPTIONS *" + get,
				"TRACE /s/now/1" + get, "GET http://a/s/now/1" + get,
				"CONNECT a:1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /s/now/1?a=|b" + get,
				"GET /s/now/%zz" + get,
				"GET /s/now/1 HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n",
				"GET /s/now/1 HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade\r\nUpgrade: h2c\r\n\r\n",
				"POST /s/echo" + post + "Content-Length: 5\r\n\r\nhello",
				"POST /s/echo" + post + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n",
				"POST /s/collect" + post + "Content-Length: 0\r\n\r\n",
				"POST /s/collect" + post + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello",
				"POST /s/collect" + post + "Expect: nonsense\r\nContent-Length: 5\r\n\r\nhello");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answerIsTheSame(String request) {
		assertThat(answer(ours, request)).isNotEmpty().isEqualTo(answer(stock, request));
	}

	private static String answer(TestServer server, String request) {
		try (WireClient client = server.client()) {
			return client.send(request).rest();
		}
	}

}
