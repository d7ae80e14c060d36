package io.uringboot.bench.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.uringboot.bench.http.HeaderField;

/**
 * A request of the load, from which each generator is told what to send. Target and
 * content may hold {@link Placeholders placeholders}, which the generators fill.
 *
 * @param method the method
 * @param target the request target in origin form
 * @param fields field lines beside {@code Host} and those of the framing
 * @param framing how the content is delimited
 * @param content the content, empty where there is none
 */
public record Request(String method, String target, List<HeaderField> fields, Framing framing, byte[] content) {

	/**
	 * How the content of a request is delimited (RFC 9112, section 6).
	 */
	public enum Framing {

		/**
		 * No content.
		 */
		NONE,

		/**
		 * By {@code Content-Length}.
		 */
		LENGTH,

		/**
		 * By the chunked coding, all content in one chunk.
		 */
		CHUNKED

	}

	/**
	 * A request without content.
	 * @param target the request target in origin form
	 * @param fields field lines beside {@code Host}
	 * @return the request
	 */
	public static Request get(String target, HeaderField... fields) {
		return new Request("GET", target, List.of(fields), Framing.NONE, new byte[0]);
	}

	/**
	 * A request with content.
	 * @param target the request target in origin form
	 * @param framing how the content is delimited
	 * @param content the content
	 * @param fields field lines beside {@code Host} and those of the framing
	 * @return the request
	 */
	public static Request post(String target, Framing framing, byte[] content, HeaderField... fields) {
		return new Request("POST", target, List.of(fields), framing, content);
	}

	static Request json(String method, String target, String content) {
		return new Request(method, target, List.of(new HeaderField("Content-Type", "application/json")), Framing.LENGTH,
				content.getBytes(StandardCharsets.UTF_8));
	}

	Request ofType(String mediaType) {
		return new Request(this.method, this.target, List.of(new HeaderField("Content-Type", mediaType)), this.framing,
				this.content);
	}

	/**
	 * Returns the request with its placeholders filled.
	 * @param random where values come from
	 * @return the request to send once
	 */
	public Request filled(Random random) {
		String text = new String(this.content, StandardCharsets.ISO_8859_1);
		boolean differs = isTemplate(text);
		return new Request(this.method, Placeholders.fill(this.target, random), this.fields, this.framing,
				differs ? Placeholders.fill(text, random).getBytes(StandardCharsets.ISO_8859_1) : this.content);
	}

	/**
	 * Random content of an upload may look like anything, but is never a template.
	 */
	private boolean isTemplate(String text) {
		return this.fields.stream().anyMatch((field) -> field.value().equals("application/json"))
				&& Placeholders.in(text);
	}

	/**
	 * Returns this request as the last one of its connection.
	 * @return the request with {@code Connection: close}
	 */
	public Request closing() {
		List<HeaderField> more = new ArrayList<>(this.fields);
		more.add(new HeaderField("Connection", "close"));
		return new Request(this.method, this.target, List.copyOf(more), this.framing, this.content);
	}

	/**
	 * Returns the request as it goes over the wire, placeholders and all, but with the
	 * length that it has once they are filled.
	 * @param host value of the {@code Host} field
	 * @return head and content
	 */
	public byte[] toBytes(String host) {
		StringBuilder head = new StringBuilder(128);
		head.append(this.method).append(' ').append(this.target).append(" HTTP/1.1\r\n");
		head.append("Host: ").append(host).append("\r\n");
		this.fields.forEach((field) -> head.append(field).append("\r\n"));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + this.content.length + 64);
		switch (this.framing) {
			case NONE -> write(bytes, head.append("\r\n"));
			case LENGTH -> {
				write(bytes, head.append("Content-Length: ").append(filledLength()).append("\r\n\r\n"));
				bytes.writeBytes(this.content);
			}
			case CHUNKED -> {
				head.append("Transfer-Encoding: chunked\r\n\r\n");
				write(bytes, head.append(Integer.toHexString(this.content.length)).append("\r\n"));
				bytes.writeBytes(this.content);
				write(bytes, "\r\n0\r\n\r\n");
			}
		}
		return bytes.toByteArray();
	}

	private int filledLength() {
		// Values are of the same width each time.
		return (this.content.length < 4096) ? filled(new Random(0)).content().length : this.content.length;
	}

	private static void write(ByteArrayOutputStream bytes, CharSequence text) {
		bytes.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
	}

}
