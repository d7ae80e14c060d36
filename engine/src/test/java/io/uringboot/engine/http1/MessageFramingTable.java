package io.uringboot.engine.http1;

import java.util.List;
import java.util.stream.Stream;

import static io.uringboot.engine.http1.HeadCase.accepted;
import static io.uringboot.engine.http1.HeadCase.fields;
import static io.uringboot.engine.http1.HeadCase.head;
import static io.uringboot.engine.http1.HeadCase.refused;
import static io.uringboot.engine.http1.RequestError.BAD_CONTENT_LENGTH;
import static io.uringboot.engine.http1.RequestError.BAD_TRANSFER_ENCODING;
import static io.uringboot.engine.http1.RequestError.LENGTH_AND_ENCODING;
import static io.uringboot.engine.http1.RequestError.UNKNOWN_TRANSFER_CODING;

/**
 * How the length of a content is told: RFC 9112 §6 and RFC 9110 §8.6.
 */
final class MessageFramingTable {

	private MessageFramingTable() {
	}

	static Stream<HeadCase> rows() {
		return Stream
			.of(lengths().stream(), badLengths(), codings(), both().stream(), connection().stream(),
					expectations().stream())
			.flatMap((rows) -> rows);
	}

	private static List<HeadCase> lengths() {
		return List.of(accepted("9112 §6.3 neither field", "GET / 1.1", fields("X: y")),
				accepted("9110 §8.6 decimal number", "GET / 1.1 length=42", fields("Content-Length: 42")),
				accepted("9110 §8.6 zero", "GET / 1.1 length=0", fields("content-length:0")),
				accepted("9110 §8.6 leading zeros", "GET / 1.1 length=7", fields("Content-Length: 0007")),
				accepted("9110 §8.6 eighteen digits", "GET / 1.1 length=999999999999999999",
						fields("Content-Length: 999999999999999999")),
				accepted("9110 §5.6.3 white space around it", "GET / 1.1 length=5", fields("Content-Length: \t5 \t")),
				accepted("9112 §6.3 length in HTTP/1.0", "POST / 1.0 length=5 close",
						head("POST / HTTP/1.0", "Content-Length: 5")),
				refused("9112 §6.3 two different lengths", BAD_CONTENT_LENGTH,
						fields("Content-Length: 5", "Content-Length: 6")),
				refused("9112 §6.3 the same length twice", BAD_CONTENT_LENGTH,
						fields("Content-Length: 5", "content-length: 5")),
				refused("9112 §6.3 zero twice", BAD_CONTENT_LENGTH, fields("Content-Length: 0", "Content-Length: 0")));
	}

	private static Stream<HeadCase> badLengths() {
		return Stream
			.of("", "5, 5", "5,5", "5,6", ",5", "5,", "+5", "-5", "-0", "5.0", "5e1", "0x5", "0b1", "5L", "5 5", "5a",
					"a", "\"5\"", "5;", "\u0665", "1_000", "9223372036854775807", "9223372036854775808",
					"18446744073709551621", "99999999999999999999999999", "4294967301 ,", "\u00b2")
			.map((value) -> refused("9112 §6.3 invalid length", BAD_CONTENT_LENGTH,
					"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: " + value + "\r\n\r\n"));
	}

	private static Stream<HeadCase> codings() {
		Stream<HeadCase> good = Stream.of("chunked", "Chunked", "CHUNKED", " chunked\t")
			.map((value) -> accepted("9112 §6.1 chunked", "GET / 1.1 chunked", fields("Transfer-Encoding:" + value)));
		Stream<HeadCase> unknown = Stream
			.of("gzip, chunked", "gzip,chunked", "a;b=c, chunked", "deflate, gzip, chunked")
			.map((value) -> refused("9112 §6.1 other coding under chunked", UNKNOWN_TRANSFER_CODING,
					fields("Transfer-Encoding: " + value)));
		Stream<HeadCase> bad = Stream
			.of("", "gzip", "identity", "chunked, identity", "chunked, gzip", "chunked, chunked", "chunked,",
					",chunked", "chunked;a=b", "chunked;", "xchunked", "chunkedx", "\"chunked\"", "chunked chunked",
					"'chunked'", "chun ked", "\u00a0chunked", "chunked\u0085", "x, chunked, y", "chunked=1")
			.map((value) -> refused("9112 §6.1 chunked last and once", BAD_TRANSFER_ENCODING,
					fields("Transfer-Encoding: " + value)));
		Stream<HeadCase> lines = Stream.of(
				refused("9112 §6.1 chunked in two lines", BAD_TRANSFER_ENCODING,
						fields("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")),
				refused("9112 §6.1 not last over two lines", BAD_TRANSFER_ENCODING,
						fields("Transfer-Encoding: chunked", "Transfer-Encoding: gzip")),
				refused("9112 §6.1 last over two lines", UNKNOWN_TRANSFER_CODING,
						fields("Transfer-Encoding: gzip", "Transfer-Encoding: chunked")),
				refused("9112 §6.1 empty second line", BAD_TRANSFER_ENCODING,
						fields("Transfer-Encoding: chunked", "Transfer-Encoding:")),
				refused("9112 §6.1 chunked in HTTP/1.0", BAD_TRANSFER_ENCODING,
						head("POST / HTTP/1.0", "Transfer-Encoding: chunked")),
				refused("9112 §6.1 control hidden in the value", RequestError.BAD_FIELD_VALUE,
						fields("Transfer-Encoding: \u000bchunked")),
				accepted("9112 §6.1 other field of similar name", "GET / 1.1", fields("Transfer_Encoding: chunked")),
				accepted("9110 §10.1.4 TE frames nothing", "GET / 1.1", fields("TE: chunked, trailers")));
		return Stream.of(good, unknown, bad, lines).flatMap((rows) -> rows);
	}

	private static List<HeadCase> both() {
		return List.of(
				refused("9112 §6.1 length and chunked", LENGTH_AND_ENCODING,
						fields("Content-Length: 5", "Transfer-Encoding: chunked")),
				refused("9112 §6.1 chunked and length", LENGTH_AND_ENCODING,
						fields("Transfer-Encoding: chunked", "Content-Length: 0")),
				refused("9112 §6.1 length and another coding", LENGTH_AND_ENCODING,
						fields("Content-Length: 5", "Transfer-Encoding: gzip")),
				refused("9112 §6.1 length and identity", LENGTH_AND_ENCODING,
						fields("Content-Length: 5", "Transfer-Encoding: identity")),
				refused("9112 §6.1 both in HTTP/1.0", LENGTH_AND_ENCODING,
						head("POST / HTTP/1.0", "Content-Length: 5", "Transfer-Encoding: chunked")));
	}

	private static List<HeadCase> connection() {
		return List.of(accepted("9112 §9.3 persistent", "GET / 1.1", fields("Connection: keep-alive")),
				accepted("9112 §9.6 close", "GET / 1.1 close", fields("Connection: close")),
				accepted("9110 §7.6.1 tokens in any case", "GET / 1.1 close", fields("cOnNeCtIoN: CLOSE")),
				accepted("9110 §7.6.1 close in a list", "GET / 1.1 close", fields("Connection: a,\tclose , b")),
				accepted("9110 §5.6.1 empty members", "GET / 1.1 close", fields("Connection: , ,close,")),
				accepted("9110 §7.6.1 close in a second line", "GET / 1.1 close",
						fields("Connection: a", "Connection: close")),
				accepted("9112 §9.3 close wins", "GET / 1.1 close", fields("Connection: keep-alive, close")),
				accepted("9110 §7.6.1 token that only contains close", "GET / 1.1",
						fields("Connection: closed, xclose")),
				accepted("9110 §7.6.1 two tokens without comma", "GET / 1.1", fields("Connection: close now")),
				accepted("9110 §7.6.1 empty", "GET / 1.1", fields("Connection:")),
				accepted("9112 §9.3 HTTP/1.0 keep-alive", "GET / 1.0",
						head("GET / HTTP/1.0", "Connection: Keep-Alive")),
				accepted("9112 §9.3 HTTP/1.0 keep-alive and close", "GET / 1.0 close",
						head("GET / HTTP/1.0", "Connection: keep-alive, close")),
				accepted("9112 C.2.2 Keep-Alive alone", "GET / 1.0 close",
						head("GET / HTTP/1.0", "Keep-Alive: timeout=5")),
				accepted("9112 C.2.2 Proxy-Connection has no meaning", "GET / 1.1", fields("Proxy-Connection: close")));
	}

	private static List<HeadCase> expectations() {
		return List.of(
				accepted("9110 §10.1.1 Expect", "GET / 1.1 length=1 continue",
						fields("Expect: 100-continue", "Content-Length: 1")),
				accepted("9110 §10.1.1 in any case", "GET / 1.1 continue", fields("expect: 100-CONTINUE")),
				accepted("9110 §10.1.1 another expectation", "GET / 1.1", fields("Expect: 200-ok")),
				accepted("9110 §7.8 Upgrade", "GET / 1.1 upgrade", fields("Connection: upgrade", "Upgrade: h2c")));
	}

}
