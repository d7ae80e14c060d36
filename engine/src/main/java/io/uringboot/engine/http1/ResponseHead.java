package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Status line and constant field lines of a response, rendered once. The fields that
 * differ from one response to the next ({@code Content-Length}, {@code Connection},
 * {@code Date}) are added by the {@link ResponseWriter}. Immutable.
 */
public final class ResponseHead {

	final byte[] octets;

	final HttpResponseStatus status;

	/** The length that the fields tell, -1 if the writer is to add it. */
	final int contentLength;

	private ResponseHead(HttpResponseStatus status, byte[] octets, int contentLength) {
		this.status = status;
		this.octets = octets;
		this.contentLength = contentLength;
	}

	/**
	 * A head with a status line and nothing else.
	 * @param status the status, not an informational one
	 * @return the head
	 * @throws IllegalArgumentException if the status is informational (RFC 9110 §15.2)
	 */
	public static ResponseHead of(HttpResponseStatus status) {
		if (status.code() < 200) {
			throw new IllegalArgumentException("status " + status + " is not a final one");
		}
		byte[] line = ("HTTP/1.1 " + status.code() + " " + status.reasonPhrase() + "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		return new ResponseHead(status, line, -1);
	}

	/**
	 * This head with a further field line.
	 * @param name the field name, a token
	 * @param value the field value, visible octets with single spaces or tabs between
	 * @return a new head
	 * @throws IllegalArgumentException if name or value do not have the syntax of RFC
	 * 9110 §5.1 and §5.5, or if the name is one that the {@link ResponseWriter} sets
	 */
	public ResponseHead with(String name, String value) {
		byte[] nameOctets = name.getBytes(StandardCharsets.ISO_8859_1);
		byte[] valueOctets = value.getBytes(StandardCharsets.ISO_8859_1);
		check(nameOctets, Octets.TOKEN, "name", name);
		if (nameOctets.length == 0 || name.length() != nameOctets.length) {
			throw new IllegalArgumentException("field name '" + name + "' is not a token");
		}
		check(valueOctets, Octets.FIELD, "value", value);
		for (String own : new String[] { "content-length", "transfer-encoding", "connection", "date" }) {
			if (own.equalsIgnoreCase(name)) {
				throw new IllegalArgumentException("field '" + name + "' is set by the writer");
			}
		}
		return withLine(name + ": " + value, this.contentLength);
	}

	/**
	 * This head with {@code Content-Length} as its next field line, and not behind all
	 * others where the {@link ResponseWriter} would add it.
	 * @param length octets of the content that this head is for
	 * @return a new head
	 * @throws IllegalArgumentException if the length is negative, or the status allows no
	 * length
	 * @throws IllegalStateException if this head has the field already
	 */
	public ResponseHead withContentLength(int length) {
		if (length < 0 || hasNoContent()) {
			throw new IllegalArgumentException(
					"a response with status " + this.status + " cannot have a content of " + length + " bytes");
		}
		if (this.contentLength >= 0) {
			throw new IllegalStateException("there is a length already");
		}
		return withLine("Content-Length: " + length, length);
	}

	private ResponseHead withLine(String text, int contentLength) {
		byte[] line = (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
		byte[] all = new byte[this.octets.length + line.length];
		System.arraycopy(this.octets, 0, all, 0, this.octets.length);
		System.arraycopy(line, 0, all, this.octets.length, line.length);
		return new ResponseHead(this.status, all, contentLength);
	}

	/**
	 * Checks that a content is the one that this head tells of.
	 * @throws IllegalArgumentException if its length is not that of the field
	 */
	void checkLength(int length) {
		if (this.contentLength >= 0 && this.contentLength != length) {
			throw new IllegalArgumentException(
					"the content has " + length + " bytes, but its head says " + this.contentLength);
		}
	}

	/**
	 * Whether a response with this status has neither content nor a length (RFC 9110
	 * §6.4.1, §8.6).
	 */
	boolean hasNoContent() {
		return this.status.code() == HttpResponseStatus.NO_CONTENT.code()
				|| this.status.code() == HttpResponseStatus.NOT_MODIFIED.code();
	}

	private static void check(byte[] octets, int flag, String what, String text) {
		for (byte octet : octets) {
			if (!Octets.is(flag, octet)) {
				throw new IllegalArgumentException(
						"field " + what + " '" + text + "' has a character that is not allowed");
			}
		}
	}

}
