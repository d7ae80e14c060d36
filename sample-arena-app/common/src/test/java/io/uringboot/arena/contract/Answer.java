package io.uringboot.arena.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 response, parsed from all the bytes of a connection.
 *
 * @param status the status code
 * @param fields the header fields by case-insensitive name
 * @param body the body, its chunks joined
 */
public record Answer(int status, Map<String, String> fields, byte[] body) {

	static Answer parse(byte[] wire) {
		int end = indexOf(wire, "\r\n\r\n", 0);
		if (end < 0) {
			throw new AssertionError("No response: '" + new String(wire, StandardCharsets.ISO_8859_1) + "'");
		}
		String[] lines = new String(wire, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
		Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line : Arrays.asList(lines).subList(1, lines.length)) {
			int colon = line.indexOf(':');
			fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
		}
		byte[] content = Arrays.copyOfRange(wire, end + 4, wire.length);
		boolean chunked = "chunked".equalsIgnoreCase(fields.get("Transfer-Encoding"));
		return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, chunked ? join(content) : content);
	}

	/**
	 * Return a header field.
	 * @param name its name
	 * @return its value, or {@code null} if the response has none
	 */
	public @Nullable String field(String name) {
		return this.fields.get(name);
	}

	/**
	 * Return the body as text.
	 * @return the decoded body
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * Return the media type without parameters.
	 * @return the type, or an empty string if the response names none
	 */
	public String mediaType() {
		String type = this.fields.getOrDefault("Content-Type", "");
		int parameters = type.indexOf(';');
		return (parameters < 0) ? type : type.substring(0, parameters);
	}

	private static byte[] join(byte[] chunks) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int position = 0;
		while (true) {
			int lineEnd = indexOf(chunks, "\r\n", position);
			int size = Integer.parseInt(new String(chunks, position, lineEnd - position, StandardCharsets.US_ASCII),
					16);
			if (size == 0) {
				return body.toByteArray();
			}
			body.write(chunks, lineEnd + 2, size);
			position = lineEnd + 2 + size + 2;
		}
	}

	private static int indexOf(byte[] bytes, String text, int from) {
		return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
	}

}
