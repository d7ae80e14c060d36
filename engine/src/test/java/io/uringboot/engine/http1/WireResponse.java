package io.uringboot.engine.http1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A response as read from the wire by a reader that has nothing in common with the code
 * under test and takes nothing that is not exactly right.
 *
 * @param version as sent, such as {@code HTTP/1.1}
 * @param status the status code
 * @param fields the field lines, each {@code name: value} with the name in lower case
 * @param content the content without its framing
 */
record WireResponse(String version, int status, List<String> fields, byte[] content) {

	/** Reads one response, also an informational one. */
	static WireResponse read(InputStream in, boolean head) throws IOException {
		String statusLine = line(in);
		String[] parts = statusLine.split(" ", 3);
		if (parts.length != 3 || !parts[0].matches("HTTP/1\\.[01]") || !parts[1].matches("[1-5][0-9]{2}")) {
			throw new IOException("no status line: " + statusLine);
		}
		int status = Integer.parseInt(parts[1]);
		List<String> fields = fields(in);
		boolean noContent = head || status < 200 || status == 204 || status == 304;
		return new WireResponse(parts[0], status, fields, noContent ? new byte[0] : content(in, fields));
	}

	private static List<String> fields(InputStream in) throws IOException {
		List<String> fields = new ArrayList<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(": ");
			if (colon < 1) {
				throw new IOException("no field line: " + line);
			}
			fields.add(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT) + line.substring(colon));
		}
		return fields;
	}

	private static byte[] content(InputStream in, List<String> fields) throws IOException {
		List<String> lengths = fields.stream().filter((field) -> field.startsWith("content-length: ")).toList();
		boolean chunked = fields.contains("transfer-encoding: chunked");
		if (lengths.size() > 1 || (chunked && !lengths.isEmpty())) {
			throw new IOException("ambiguous framing: " + fields);
		}
		if (chunked) {
			return chunks(in);
		}
		return lengths.isEmpty() ? in.readAllBytes()
				: octets(in, Integer.parseInt(lengths.get(0).substring("content-length: ".length())));
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
			content.write(octets(in, size));
			if (!line(in).isEmpty()) {
				throw new IOException("chunk is longer than its size");
			}
		}
		fields(in);
		return content.toByteArray();
	}

	private static byte[] octets(InputStream in, int count) throws IOException {
		byte[] octets = in.readNBytes(count);
		if (octets.length != count) {
			throw new EOFException("content ended after " + octets.length + " of " + count + " octets");
		}
		return octets;
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		while (true) {
			int octet = in.read();
			if (octet < 0) {
				throw new EOFException("connection ended" + (line.isEmpty() ? "" : " within: " + line));
			}
			if (octet == '\r') {
				if (in.read() != '\n') {
					throw new IOException("bare CR behind: " + line);
				}
				return line.toString();
			}
			if (octet == '\n') {
				throw new IOException("bare LF behind: " + line);
			}
			line.append((char) octet);
		}
	}

	String text() {
		return new String(this.content, StandardCharsets.ISO_8859_1);
	}

	/** The field's only value, or null. */
	String field(String name) {
		List<String> values = this.fields.stream().filter((field) -> field.startsWith(name + ": ")).toList();
		if (values.size() > 1) {
			throw new IllegalStateException(name + " is there more than once: " + values);
		}
		return values.isEmpty() ? null : values.get(0).substring(name.length() + 2);
	}

	/** Status and content, for comparison at one glance. */
	String summary() {
		return this.status + ((this.content.length == 0) ? "" : " " + text());
	}

	@Override
	public String toString() {
		return this.version + " " + this.status + " " + this.fields + " " + this.content.length + " octets";
	}

}
