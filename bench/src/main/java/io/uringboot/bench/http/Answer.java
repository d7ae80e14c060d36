package io.uringboot.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One response as it came over the wire.
 *
 * @param status the status code
 * @param statusLine the whole status line
 * @param fields the field lines in the order received
 * @param body the content, chunked coding removed
 * @param wireBytes all bytes of the response, framing included
 */
public record Answer(int status, String statusLine, List<HeaderField> fields, byte[] body, long wireBytes) {

	/**
	 * Returns the value of the first field of that name.
	 * @param name the field name, in any case
	 * @return the value or {@code null}
	 */
	public @Nullable String field(String name) {
		for (HeaderField field : this.fields) {
			if (field.name().equalsIgnoreCase(name)) {
				return field.value();
			}
		}
		return null;
	}

	/**
	 * Returns the content as text.
	 * @return the content read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
