package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A head means the same behind any other head as it does alone.
 */
class KnownFieldsTests {

	static List<String> requests() {
		return List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /longer?q HTTP/1.1\r\nHost: a\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n",
				"GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
				"GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
				"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
				"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n",
				"POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
				"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
				"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
				"PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nUpgrade: x\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n X: y\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r",
				"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void headMeansTheSameBehindAnother(String before) {
		for (String request : requests()) {
			byte[] bytes = (before + request + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
			RequestHead head = new RequestHead();
			RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
			if (parser.parse(bytes, 0, before.length()) != RequestParser.Result.COMPLETE) {
				return;
			}
			parser.reset();
			assertThat(outcome(parser, head, bytes, before.length(), before.length() + request.length())).as(request)
				.isEqualTo(alone(request));
		}
	}

	@ParameterizedTest
	@MethodSource("requests")
	void arrayThatWasFilledAnewIsParsedAnew(String request) {
		byte[] bytes = ("GET / HTTP/1.1\r\nHost: a\r\n\r\n" + request).getBytes(StandardCharsets.ISO_8859_1);
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
		assertThat(parser.parse(bytes, 0, bytes.length)).isEqualTo(RequestParser.Result.COMPLETE);
		parser.reset();
		parser.forget();
		System.arraycopy(request.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, request.length());
		assertThat(outcome(parser, head, bytes, 0, request.length())).isEqualTo(alone(request));
	}

	private static String alone(String request) {
		RequestHead head = new RequestHead();
		byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
		return outcome(new RequestParser(HttpLimits.defaults(), head), head, bytes, 0, bytes.length);
	}

	private static String outcome(RequestParser parser, RequestHead head, byte[] bytes, int start, int end) {
		RequestParser.Result result = parser.parse(bytes, start, end);
		if (result != RequestParser.Result.COMPLETE) {
			return result + " " + parser.error();
		}
		return HeadVerifier.describe(head) + " " + NettyRequest.of(head).headers().entries() + " " + head.length + " "
				+ head.hostField();
	}

}
