package io.uringboot.bench.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.http.HeaderField;

/**
 * A request of the load, from which each generator is told what to send.
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
	 * Returns the request as it goes over the wire.
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
				write(bytes, head.append("Content-Length: ").append(this.content.length).append("\r\n\r\n"));
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

	private static void write(ByteArrayOutputStream bytes, CharSequence text) {
		bytes.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
	}

}
