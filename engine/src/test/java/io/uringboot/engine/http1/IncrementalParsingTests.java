package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No octet is looked at again and again while a head dribbles in. Octets that must not be
 * looked at any more are spoilt before the parser is called: it would refuse them.
 */
class IncrementalParsingTests {

	private static final byte[] HEAD = ("POST /a/path?and=query HTTP/1.1\r\nHost: example.org\r\n"
			+ "Content-Length: 5\r\nAccept: text/html, */*; q=0.1\r\nX-Long: " + "y".repeat(300) + "\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 20, 50 })
	void noOctetIsLookedAtMoreThanThreeTimes(int step) {
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
		RequestParser.Result result = RequestParser.Result.INCOMPLETE;
		int lineStart = 0;
		for (int length = step, before = 0; before < HEAD.length; before = length, length += step) {
			int end = Math.min(length, HEAD.length);
			byte[] bytes = HEAD.clone();
			boolean lineEnds = Octets.indexOf(Octets.LF, HEAD, before, end) >= 0;
			// Where no line ends, only the new octets may be looked at; else also the
			// line that they end. So an octet is looked at when it comes, in search of
			// the line feed, and when its line is complete.
			Arrays.fill(bytes, 0, lineEnds ? lineStart : before, Octets.LF);
			Arrays.fill(bytes, end, HEAD.length, Octets.LF);
			result = parser.parse(bytes, 0, end);
			assertThat(result).as("after %d octets", end)
				.isEqualTo((end == HEAD.length) ? RequestParser.Result.COMPLETE : RequestParser.Result.INCOMPLETE);
			for (int i = before; i < end; i++) {
				lineStart = (HEAD[i] == Octets.LF) ? i + 1 : lineStart;
			}
		}
		assertThat(result).isEqualTo(RequestParser.Result.COMPLETE);
		assertThat(head.contentLength()).isEqualTo(5);
		assertThat(head.fieldCount()).isEqualTo(4);
		assertThat(head.length).isEqualTo(HEAD.length);
	}

	@Test
	void parserIsReadyForTheNextHeadAfterReset() {
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
		byte[] two = ("POST /a HTTP/1.0\r\nConnection: close\r\nContent-Length: 9\r\nUpgrade: a\r\n"
				+ "Expect: 100-continue\r\n\r\nGET /b HTTP/1.1\r\nHost: b\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(parser.parse(two, 0, two.length)).isEqualTo(RequestParser.Result.COMPLETE);
		assertThat(HeadVerifier.describe(head)).isEqualTo("POST /a 1.0 length=9 close continue upgrade");
		int next = head.length;
		parser.reset();
		assertThat(parser.parse(two, next, two.length)).isEqualTo(RequestParser.Result.COMPLETE);
		assertThat(HeadVerifier.describe(head)).isEqualTo("GET /b 1.1");
		assertThat(next + head.length).isEqualTo(two.length);
	}

}
