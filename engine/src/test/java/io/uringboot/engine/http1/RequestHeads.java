package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * Makes request heads by the real parser, for the tests of other packages.
 */
public final class RequestHeads {

	private RequestHeads() {
	}

	/** The head that the text starts with. */
	public static RequestHead parse(String text) {
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
		// Not at the array's start: nothing may count from there.
		byte[] bytes = ("previous" + text).getBytes(StandardCharsets.ISO_8859_1);
		if (parser.parse(bytes, 8, bytes.length) != RequestParser.Result.COMPLETE) {
			throw new IllegalArgumentException("not a request head (" + parser.error() + "): " + text);
		}
		return head;
	}

	/** A head with the given request line and a host. */
	public static RequestHead of(String method, String target, String... fieldLines) {
		String fields = (fieldLines.length > 0) ? String.join("\r\n", fieldLines) + "\r\n" : "";
		return parse(method + " " + target + " HTTP/1.1\r\nHost: localhost:8080\r\n" + fields + "\r\n");
	}

}
