package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Chunked content: RFC 9112 §7.1, RFC 9110 §6.5.
 */
class ChunkedFramingTests {

	/** Behind every content, and no part of it. */
	private static final String NEXT = "GET / HTTP/1.1\r\n";

	@ParameterizedTest
	@MethodSource({ "sizes", "badSizes", "ends", "extensions", "badExtensions", "trailers", "limits" })
	void chunkedContentIsTakenOrRefused(Row row) {
		ChunkedFraming chunks = new ChunkedFraming(new HttpLimits(8192, 8192, 3, 16, 64, 128));
		for (int most : new int[] { Integer.MAX_VALUE, 1, 3 }) {
			chunks.reset();
			assertThat(outcome(chunks, row.input + NEXT, most)).as("up to %d octets of data at a time", most)
				.isEqualTo(row.expected);
		}
	}

	/** Data, then trailers, or the error by name. */
	private static String outcome(ChunkedFraming chunks, String input, int most) {
		byte[] octets = input.getBytes(StandardCharsets.ISO_8859_1);
		StringBuilder text = new StringBuilder();
		int index = 0;
		while (!chunks.isEnd()) {
			if (index == octets.length) {
				return "INCOMPLETE";
			}
			int data = (int) Math.min(Math.min(chunks.data(), most), octets.length - index);
			if (data > 0) {
				text.append(new String(octets, index, data, StandardCharsets.ISO_8859_1));
				chunks.dataTaken(data);
				index += data;
			}
			else if (!chunks.accept(octets[index++])) {
				return String.valueOf(chunks.error());
			}
		}
		assertThat(input.substring(index)).isEqualTo(NEXT);
		if (chunks.trailers() != null) {
			text.append(' ').append(chunks.trailers().entries());
		}
		return text.toString();
	}

	static List<Row> sizes() {
		return List.of(row("9112 §7.1 no chunk", "", "0\r\n\r\n"),
				row("9112 §7.1 one chunk", "hello", "5\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 two chunks", "hello", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
				row("9112 §7.1 data may look like framing", "0\r\n\r\n0\r\n", "8\r\n0\r\n\r\n0\r\n\r\n0\r\n\r\n"),
				row("9112 §7.1 lower-case digits", "a".repeat(26), "1a\r\n" + "a".repeat(26) + "\r\n0\r\n\r\n"),
				row("9112 §7.1 upper-case digits", "a".repeat(26), "1A\r\n" + "a".repeat(26) + "\r\n0\r\n\r\n"),
				row("9112 §7.1 leading zeros", "hello", "0005\r\nhello\r\n000\r\n\r\n"),
				row("9112 §7.1 fifteen digits", "hello", "000000000000005\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 largest size", "INCOMPLETE", "fffffffffffffff\r\nhello\r\n0\r\n\r\n"));
	}

	static Stream<Row> badSizes() {
		return Stream
			.of("", "\r\n", "g", "-1", "+5", "0x5", " 5", "\t5", "5 ", "5\t", "5 5", "5,", "5.0", "5:", "x",
					"ffffffffffffffff", "10000000000000005", "0000000000000005", "\"5\"", "5\0", "\u0665", "5L", "5h")
			.map((size) -> row("9112 §7.1 chunk-size is 1*HEXDIG", "BAD_CHUNK_SIZE", size + "\r\nhello\r\n0\r\n\r\n"));
	}

	static List<Row> ends() {
		return List.of(row("9112 §7.1 bare LF behind the size", "BAD_CHUNK_SIZE", "5\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 bare CR behind the size", "BAD_LINE_END", "5\rhello\r\n0\r\n\r\n"),
				row("9112 §7.1 CR CR LF behind the size", "BAD_LINE_END", "5\r\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 data longer than the size", "BAD_CHUNK_END", "4\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 data shorter than the size", "BAD_CHUNK_END", "7\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1 no line end behind the data", "BAD_CHUNK_END", "5\r\nhello0\r\n\r\n"),
				row("9112 §7.1 bare LF behind the data", "BAD_CHUNK_END", "5\r\nhello\n0\r\n\r\n"),
				row("9112 §7.1 bare CR behind the data", "BAD_CHUNK_END", "5\r\nhello\r0\r\n\r\n"),
				row("9112 §7.1 two line ends behind the data", "BAD_CHUNK_SIZE", "5\r\nhello\r\n\r\n0\r\n\r\n"),
				row("9112 §7.1 space behind the data", "BAD_CHUNK_END", "5\r\nhello \r\n0\r\n\r\n"),
				row("9112 §7.1 bare LF at the end", "BAD_TRAILER", "0\r\n\n"),
				row("9112 §7.1 bare CR at the end", "BAD_LINE_END", "0\r\n\r"),
				row("9112 §7.1 bare LF behind the last size", "BAD_CHUNK_SIZE", "5\r\nhello\r\n0\n\r\n"));
	}

	static List<Row> extensions() {
		return List.of(row("9112 §7.1.1 name", "hello", "5;a\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 name and value", "hello", "5;a=b\r\nhello\r\n0;c\r\n\r\n"),
				row("9112 §7.1.1 bad white space", "hello", "5 ; a = b\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 quoted value", "hello", "5;a=\"b;c\"\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 quoted pair", "hello", "5;a=\"\\\"b\"\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 obs-text in quotes", "hello", "5;a=\"\u00e4\\\u00e4\" ;b\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 several", "hello", "5;a;b=c;d\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 bare LF ends it", "BAD_CHUNK_EXTENSION", "5;a\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 bare CR in it", "BAD_LINE_END", "5;a\rb\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 NUL in it", "BAD_CHUNK_EXTENSION", "5;a\0\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 DEL in it", "BAD_CHUNK_EXTENSION", "5;a\u007f\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 line end inside quotes", "BAD_CHUNK_EXTENSION", "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 line end in a quoted pair", "BAD_CHUNK_EXTENSION",
						"5;a=\"\\\r\n\"\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 white space only", "BAD_CHUNK_SIZE", "5 \r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 white space and no semicolon", "BAD_CHUNK_SIZE", "5 a\r\nhello\r\n0\r\n\r\n"));
	}

	static Stream<Row> badExtensions() {
		return Stream
			.of(";", ";;", ";;a", ";a;", ";=b", ";a=", ";a=;b", ";a b", ";a =b c", ";a=b c", ";a=\"b\"c", ";a=b\"c\"",
					";a=\"b", ";a=\"b\\\"", ";a ", ";a=b ", ";a=\"b\" ", ";a(", ";a=b,c", ";(a)", ";\u00e4",
					";a=\u00e4", ";a\\b", ";\"a\"")
			.map((extension) -> row("9112 §7.1.1 name [ = value ]", "BAD_CHUNK_EXTENSION",
					"5" + extension + "\r\nhello\r\n0\r\n\r\n"));
	}

	static List<Row> trailers() {
		return List.of(row("9112 §7.1.2 trailer fields", "hi [A=b, C=]", "2\r\nhi\r\n0\r\nA: b\r\nC:\r\n\r\n"),
				row("9110 §5.5 white space around the value", " [A=b c]", "0\r\nA:\t b c \t\r\n\r\n"),
				row("9110 §6.5.1 no framing in trailers", " [A=b]",
						"0\r\nContent-Length: 5\r\nA: b\r\nTransfer-Encoding: x\r\n\r\n"),
				row("9112 §5.1 space before the colon", "BAD_TRAILER", "0\r\nA : b\r\n\r\n"),
				row("9112 §5.2 folded", "BAD_TRAILER", "0\r\nA: b\r\n c\r\n\r\n"),
				row("9110 §5.1 empty name", "BAD_TRAILER", "0\r\n: b\r\n\r\n"),
				row("9112 §5 no colon", "BAD_TRAILER", "0\r\nA\r\n\r\n"),
				row("9110 §5.6.2 no token", "BAD_TRAILER", "0\r\nA(: b\r\n\r\n"),
				row("9110 §5.5 control in the value", "BAD_TRAILER", "0\r\nA: \u0001\r\n\r\n"),
				row("9110 §5.5 NUL in the value", "BAD_TRAILER", "0\r\nA: \0\r\n\r\n"),
				row("9112 §2.2 bare LF", "BAD_TRAILER", "0\r\nA: b\n\r\n"),
				row("9112 §2.2 bare CR", "BAD_LINE_END", "0\r\nA: b\rc\r\n\r\n"),
				row("9112 §7.1.2 next request instead of the end", "BAD_TRAILER", "0\r\n"));
	}

	static List<Row> limits() {
		return List.of(row("9112 §7.1.1 longest extensions", "hello", "5;" + "a".repeat(14) + "\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 extensions one longer", "BAD_CHUNK_EXTENSION",
						"5;" + "a".repeat(16) + "\r\nhello\r\n0\r\n\r\n"),
				row("9112 §7.1.1 extensions of all chunks together", "BAD_CHUNK_EXTENSION",
						"1;aaaa\r\nh\r\n".repeat(4) + "0\r\n\r\n"),
				row("9112 §7.1.1 endless white space", "BAD_CHUNK_EXTENSION", "5" + " ".repeat(99)),
				row("6585 §5 most trailer fields", " [A=, A=, A=]", "0\r\nA:\r\nA:\r\nA:\r\n\r\n"),
				row("6585 §5 one trailer field more", "TRAILERS_TOO_LARGE", "0\r\nA:\r\nA:\r\nA:\r\nA:\r\n\r\n"),
				row("6585 §5 largest trailers", " [A=" + "b".repeat(62) + "]", "0\r\nA:" + "b".repeat(62) + "\r\n\r\n"),
				row("6585 §5 trailers one larger", "TRAILERS_TOO_LARGE", "0\r\nA:" + "b".repeat(63) + "\r\n\r\n"),
				row("6585 §5 trailer that never ends", "TRAILERS_TOO_LARGE", "0\r\nA:" + "b".repeat(99)));
	}

	@Test
	void octetBehindTheEndIsNotTaken() {
		ChunkedFraming chunks = new ChunkedFraming(HttpLimits.defaults());
		for (byte octet : "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) {
			assertThat(chunks.accept(octet)).isTrue();
		}
		assertThat(chunks.isEnd()).isTrue();
		org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> chunks.accept((byte) 'G'));
	}

	private static Row row(String rule, String expected, String input) {
		return new Row(rule, expected, input);
	}

	record Row(String rule, String expected, String input) {

		@Override
		public String toString() {
			return this.rule + ": " + this.input.replace("\r", "\\r").replace("\n", "\\n") + " -> " + this.expected;
		}

	}

}
