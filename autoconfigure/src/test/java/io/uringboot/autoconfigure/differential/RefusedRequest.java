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

	/** RFC 9112 §5.2. */
	FOLDED_LINE("400 Bad Request", (get) -> withField(get, "X-Text: a\r\n b")),

	/** RFC 9112 §6.1. */
	UNKNOWN_CODING("501 Not Implemented", (get) -> withField(get, "Transfer-Encoding: gzip, chunked") + "0\r\n\r\n");

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
