package io.uringboot.autoconfigure.differential;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Content of requests by its kind.
 */
final class Contents {

	private static final Map<String, List<String>> RIGHT = Map.of("text",
			List.of("hello", "\u00fcber \u20ac", "a\nb", "7", "text ".repeat(300), " "), "number",
			List.of("3", "-20", "0"), "bytes", List.of("\u0000\u0001\u00ff", "bytes", "b".repeat(5000)), "item",
			List.of("{\"id\":1,\"name\":\"a\",\"price\":2.5,\"tags\":[\"x\"]}", "{\"id\":2}",
					" { \"name\" : \"\u00fc\", \"id\" : 3, \"tags\" : [] } "),
			"items", List.of("[]", "[{\"id\":1},{\"id\":2,\"name\":\"b\"}]"), "account",
			List.of("{\"account_owner\":\"o\",\"since\":\"01.02.2026\"}", "{\"alias\":\"x\"}", "{\"secret\":\"s\"}"),
			"map", List.of("{\"a\":[1,2],\"b\":[]}", "{}"), "form", List.of("a=x&b=1", "a=%C3%BC+y", "b=5&a=", "a"));

	private static final List<String> WRONG = List.of("{", "[1,", "null", "\"text\"", "{\"id\":\"x\"}",
			"{\"id\":1,\"unknown\":true}", "{\"id\":1}{\"id\":2}", "[]", "42", "\u00ff\u00fe", "{\"id\":null}", "b=x",
			"{\"a\":[\"x\"]}", "{\"since\":\"yesterday\"}", "<xml/>", "{\"name\":\"\\u00e4\\ud83d\\ude00\"}");

	private static final Map<String, String> TYPES = Map.of("text", "text/plain", "number", "text/plain", "bytes",
			"application/octet-stream", "form", "application/x-www-form-urlencoded");

	private static final List<String> OTHER_TYPES = List.of("application/json", "application/json;charset=UTF-8",
			"application/json;charset=ISO-8859-1", "application/json; charset=utf-16", "text/plain",
			"text/plain;charset=ISO-8859-1", "text/plain;charset=unknown", "application/octet-stream",
			"application/vnd.example+json", "application/x-ndjson", "application/x-www-form-urlencoded", "*/*", "text",
			"application/", "APPLICATION/JSON", "application/json;x=\"", "multipart/form-data", "image/png", "");

	private final Choice choice;

	Contents(Choice choice) {
		this.choice = choice;
	}

	byte[] of(String kind, boolean plain) {
		if (plain || this.choice.percent(80)) {
			return this.choice.of(RIGHT.get(kind)).getBytes(StandardCharsets.UTF_8);
		}
		return this.choice.percent(40) ? new byte[0] : this.choice.of(WRONG).getBytes(StandardCharsets.UTF_8);
	}

	/** The value of a Content-Type field, or {@code null} for none. */
	String type(String kind, boolean plain) {
		String type = TYPES.getOrDefault(kind, "application/json");
		if (plain || this.choice.percent(75)) {
			return type;
		}
		return this.choice.percent(30) ? null : this.choice.of(OTHER_TYPES);
	}

	/**
	 * The chunked coding (RFC 9112 §7.1) with sizes, extensions and trailers as they
	 * come.
	 */
	byte[] chunked(byte[] content) {
		ByteArrayOutputStream chunked = new ByteArrayOutputStream();
		int from = 0;
		while (from < content.length) {
			int size = 1 + this.choice.below(content.length - from);
			String format = this.choice.of("%x", "%X", "0%x", "%x;ext", "%x;a=b", "%x;q=\"quoted\"");
			chunked.writeBytes((format.formatted(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
			chunked.write(content, from, size);
			chunked.writeBytes(new byte[] { '\r', '\n' });
			from += size;
		}
		String trailer = this.choice.percent(10) ? "X-Trailer: late\r\n" : "";
		chunked.writeBytes(
				(this.choice.of("0", "000", "0;last") + "\r\n" + trailer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		return chunked.toByteArray();
	}

}
