package io.uringboot.autoconfigure.differential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import io.uringboot.autoconfigure.differential.Answer.Ending;

/**
 * What the engine refuses although Boot's own server does not, or answers otherwise: the
 * answer has no content and is the last one on the connection.
 */
enum RefusedRequest {

	/** RFC 9112 §3.2: a request without Host is answered with 400. */
	MISSING_HOST("400 Bad Request", (get) -> get.replaceFirst("(?i)Host: [^\r]*\r\n", "")),

	/** RFC 9112 §3.2. */
	REPEATED_HOST("400 Bad Request", (get) -> withField(get, "Host: other")),

	/** RFC 9112 §3.2. */
	MALFORMED_HOST("400 Bad Request", (get) -> get.replaceFirst("(?i)Host: [^\r]*", "Host: a b")),

	/** RFC 9110 §15.6.6; Boot's server answers, and echoes the version. */
	UNKNOWN_VERSION("505 HTTP Version Not Supported", (get) -> get.replaceFirst("HTTP/1.1", "HTTP/9.9")),

	/** RFC 9112 §3.2.1: a path starts with a slash. */
	NO_SLASH("400 Bad Request", (get) -> get.replaceFirst(" /", " ")),

	/** RFC 9112 §3.2: a target has no fragment. */
	FRAGMENT("400 Bad Request", (get) -> get.replaceFirst(" HTTP/", "#part HTTP/")),

	/** RFC 9112 §3.2: a target is of US-ASCII. */
	NOT_ASCII("400 Bad Request", (get) -> get.replaceFirst(" HTTP/", "\u00fc HTTP/")),

	/** RFC 9112 §2.2, §5.1. */
	SPACE_BEFORE_COLON("400 Bad Request", (get) -> withField(get, "X-Text : a")),

	/** RFC 9112 §5.2. */
	FOLDED_LINE("400 Bad Request", (get) -> withField(get, "X-Text: a\r\n b")),

	/** RFC 9112 §2.2: the engine does not take a bare LF for a line end. */
	BARE_LINE_FEED("400 Bad Request", (get) -> withField(get, "X-Text: a\nX-Number: 1")),

	/** RFC 9110 §5.5. */
	CONTROL_CHARACTER("400 Bad Request", (get) -> withField(get, "X-Text: a\u0001b")),

	/** RFC 9112 §6.3. */
	REPEATED_LENGTH("400 Bad Request", (get) -> withField(get, "Content-Length: 0\r\nContent-Length: 0")),

	/** RFC 9110 §8.6. */
	SIGNED_LENGTH("400 Bad Request", (get) -> withField(get, "Content-Length: +0")),

	/** RFC 9112 §6.1. */
	LENGTH_AND_ENCODING("400 Bad Request",
			(get) -> withField(get, "Content-Length: 5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n"),

	/** RFC 9112 §6.1. */
	UNKNOWN_CODING("501 Not Implemented", (get) -> withField(get, "Transfer-Encoding: gzip, chunked") + "0\r\n\r\n"),

	/** RFC 9112 §6.3. */
	NOT_CHUNKED_LAST("400 Bad Request", (get) -> withField(get, "Transfer-Encoding: identity")),

	/** RFC 9112 §3. */
	LONG_REQUEST_LINE("414 Request-URI Too Long",
			(get) -> get.replaceFirst(" HTTP/", "?" + "q".repeat(5000) + " HTTP/")),

	/**
	 * RFC 6585 §5: the limit is one of the whole section, Boot's server has it for each
	 * field.
	 */
	LARGE_FIELDS("431 Request Header Fields Too Large",
			(get) -> withField(get, "X-Text: " + "v".repeat(5000) + "\r\nX-Number: " + "1".repeat(5000)));

	private final String status;

	private final UnaryOperator<String> change;

	RefusedRequest(String status, UnaryOperator<String> change) {
		this.status = status;
		this.change = change;
	}

	private static String withField(String get, String line) {
		return get.replaceFirst("\r\n\r\n", "\r\n" + line + "\r\n\r\n");
	}

	/**
	 * Make it of one that is in order.
	 */
	Request from(Request get) {
		byte[] bytes = this.change.apply(get.text()).getBytes(StandardCharsets.ISO_8859_1);
		return new Request(get.route(), bytes, bytes.length, false, false, false);
	}

	/** The engine's answer, without its date. */
	Answer answer() {
		return new Answer(List.of(), "HTTP/1.1 " + this.status, List.of("content-length: 0", "connection: close"), "",
				Ending.CLOSED);
	}

}
