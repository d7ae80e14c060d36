package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Status line and constant field lines of a response, rendered once. The fields that
 * differ from one response to the next ({@code Content-Length}, {@code Connection},
 * {@code Date}) are added by the {@link ResponseWriter}. Immutable.
 */
public final class ResponseHead {

	/** Octets that a head may take at the most, without the fields of the writer. */
	static final int MAX_LENGTH = 16 * 1024;

	/** Heads of nothing but a status line, by status code. */
	private static final AtomicReferenceArray<@Nullable ResponseHead> LINES = new AtomicReferenceArray<>(600);

	final byte[] octets;

	final HttpResponseStatus status;

	/**
	 * Whether there is a {@code Server} field, which is sent in place of the server's.
	 */
	final boolean server;

	/** The length that the fields tell, -1 if the writer is to add it. */
	private final long declaredLength;

	private ResponseHead(HttpResponseStatus status, byte[] octets, boolean server, long declaredLength) {
		if (octets.length > MAX_LENGTH) {
			throw new IllegalArgumentException("the head takes " + octets.length + " bytes of at most " + MAX_LENGTH);
		}
		this.status = status;
		this.octets = octets;
		this.server = server;
		this.declaredLength = declaredLength;
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
		return new ResponseHead(status, line, false, -1);
	}

	/** The same as {@link #of}, made only once where the status is one of Netty's. */
	static ResponseHead cached(HttpResponseStatus status) {
		int code = status.code();
		if (code >= LINES.length() || HttpResponseStatus.valueOf(code) != status) {
			return of(status);
		}
		ResponseHead head = LINES.get(code);
		if (head == null) {
			head = of(status);
			LINES.set(code, head);
		}
		return head;
	}

	/**
	 * This head with a further field line.
	 * @param name the field name, a token
	 * @param value the field value, visible octets with single spaces or tabs between
	 * @return a new head
	 * @throws IllegalArgumentException if name or value do not have the syntax of RFC
	 * 9110 §5.1 and §5.5, or if the name is one that the {@link ResponseWriter} sets:
	 * {@code Content-Length}, {@code Transfer-Encoding}, {@code Connection} or
	 * {@code Date}; or if the head would take more than 16 KiB
	 */
	public ResponseHead with(String name, String value) {
		byte[] nameOctets = octets("name", name);
		byte[] valueOctets = octets("value", value);
		FieldSyntax.checkName(nameOctets);
		FieldSyntax.checkValue(valueOctets, 0, valueOctets.length);
		return withLine(name + ": " + value, this.server || FieldSyntax.isServer(nameOctets), this.declaredLength);
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
		if (length < 0 || !allowsContent()) {
			throw new IllegalArgumentException(
					"a response with status " + this.status + " cannot have a content of " + length + " bytes");
		}
		if (isLengthDeclared()) {
			throw new IllegalStateException("there is a length already");
		}
		return withLine("Content-Length: " + length, this.server, length);
	}

	private ResponseHead withLine(String text, boolean server, long declaredLength) {
		byte[] line = (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
		byte[] all = new byte[this.octets.length + line.length];
		System.arraycopy(this.octets, 0, all, 0, this.octets.length);
		System.arraycopy(line, 0, all, this.octets.length, line.length);
		return new ResponseHead(this.status, all, server, declaredLength);
	}

	/** Whether the fields tell the length of the content. */
	boolean isLengthDeclared() {
		return this.declaredLength >= 0;
	}

	/**
	 * Checks that a content is the one that this head tells of.
	 * @throws IllegalArgumentException if its length is not that of the field
	 */
	void checkLength(long length) {
		if (isLengthDeclared() && this.declaredLength != length) {
			throw new IllegalArgumentException(
					"the content has " + length + " bytes, but its head says " + this.declaredLength);
		}
	}

	private static byte[] octets(String what, String text) {
		if (!text.chars().allMatch((character) -> character <= 0xff)) {
			throw new IllegalArgumentException("field " + what + " '" + text + "' has a character that is not allowed");
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Whether a response with this status has neither content nor a length (RFC 9110
	 * §6.4.1, §8.6).
	 */
	boolean hasNoContent() {
		return this.status.code() == HttpResponseStatus.NO_CONTENT.code()
				|| this.status.code() == HttpResponseStatus.NOT_MODIFIED.code();
	}

	/**
	 * Whether a response with this status has a content of length 0 (RFC 9110 §15.3.6).
	 */
	private boolean hasEmptyContent() {
		return this.status.code() == HttpResponseStatus.RESET_CONTENT.code();
	}

	/** Whether content given for a response with this status is sent. */
	boolean allowsContent() {
		return !hasNoContent() && !hasEmptyContent();
	}

	/** What {@code Content-Length} says for a content of a length. */
	long contentLength(long length) {
		return hasEmptyContent() ? 0 : length;
	}

}
