package io.uringboot.autoconfigure;

import java.util.List;
import java.util.Locale;

/**
 * A response as it came.
 *
 * @param statusLine the status line
 * @param fields the lines of the header section
 * @param body the content, without chunk framing
 */
record RawResponse(String statusLine, List<String> fields, byte[] body) {

	int status() {
		return Integer.parseInt(this.statusLine.split(" ")[1]);
	}

	List<String> values(String name) {
		String prefix = name.toLowerCase(Locale.ROOT) + ":";
		return this.fields.stream()
			.filter((field) -> field.toLowerCase(Locale.ROOT).startsWith(prefix))
			.map((field) -> field.substring(prefix.length()).trim())
			.toList();
	}

	String text() {
		return new String(this.body, java.nio.charset.StandardCharsets.UTF_8);
	}

}
