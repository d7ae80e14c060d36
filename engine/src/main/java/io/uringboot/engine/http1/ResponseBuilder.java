package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A response with field lines of its own, put together where it is sent from: nothing is
 * allocated. It is got from {@link ResponseWriter#begin}, and serves all answers of a
 * connection: valid from there until one of its write methods, one of the writer's, or
 * another {@code begin} is called. The request counts as answered only when a write
 * method was called; before that, for instance after a field was refused, it may still be
 * answered otherwise or declined. Event loop only.
 * <p>
 * Names and values are checked: a name is a token (RFC 9110 §5.1) and none of
 * {@code Content-Length}, {@code Transfer-Encoding}, {@code Connection} and {@code Date},
 * which are set by the writer; a value has visible octets, spaces and tabs only (§5.5).
 * Status line and fields together take at most 16 KiB. A {@code Server} field is sent in
 * place of the server's own.
 */
public final class ResponseBuilder {

	private static final byte[] NO_CONTENT = new byte[0];

	/** Digits and sign of a long. */
	private static final int MAX_DECIMAL = 20;

	private final ResponseWriter writer;

	private @Nullable ResponseHead head;

	private byte[] out = new byte[0];

	private int start;

	private int index;

	private boolean server;

	ResponseBuilder(ResponseWriter writer) {
		this.writer = writer;
	}

	/**
	 * Starts a response in an array that has room for a head of the largest size.
	 * @param out the array
	 * @param start where the response starts
	 */
	ResponseBuilder begin(ResponseHead head, byte[] out, int start) {
		System.arraycopy(head.octets, 0, out, start, head.octets.length);
		this.head = head;
		this.out = out;
		this.start = start;
		this.index = start + head.octets.length;
		this.server = head.server;
		return this;
	}

	/** Forgets the response: nothing of it is left. */
	void reset() {
		this.head = null;
		this.out = new byte[0];
	}

	/**
	 * Adds a field line.
	 * @param name the field name in US-ASCII, sent as it is
	 * @param value the field value
	 * @return this builder
	 * @throws IllegalArgumentException if name or value are not allowed, or if the head
	 * becomes too large; the response is then as it was before
	 * @throws IllegalStateException if no response has begun
	 */
	public ResponseBuilder field(byte[] name, byte[] value) {
		return field(name, value, 0, value.length);
	}

	/**
	 * Adds a field line.
	 * @param name the field name in US-ASCII, sent as it is
	 * @param value array with the field value
	 * @param offset index of the value's first octet
	 * @param length octets of the value
	 * @return this builder
	 * @throws IllegalArgumentException if name or value are not allowed, or if the head
	 * becomes too large; the response is then as it was before
	 * @throws IllegalStateException if no response has begun
	 */
	public ResponseBuilder field(byte[] name, byte[] value, int offset, int length) {
		FieldSyntax.checkValue(value, offset, length);
		int index = putName(name, length);
		System.arraycopy(value, offset, this.out, index, length);
		return endLine(name, index + length);
	}

	/**
	 * Adds a field line.
	 * @param name the field name in US-ASCII, sent as it is
	 * @param value the field value; its characters are octets, so those above U+00FF are
	 * refused
	 * @return this builder
	 * @throws IllegalArgumentException if name or value are not allowed, or if the head
	 * becomes too large; the response is then as it was before
	 * @throws IllegalStateException if no response has begun
	 */
	public ResponseBuilder field(byte[] name, CharSequence value) {
		int length = value.length();
		int index = putName(name, length);
		for (int i = 0; i < length; i++) {
			char character = value.charAt(i);
			if (character > 0xff || !Octets.is(Octets.FIELD, (byte) character)) {
				throw new IllegalArgumentException("field value '" + value + "' has a character that is not allowed");
			}
			this.out[index++] = (byte) character;
		}
		return endLine(name, index);
	}

	/**
	 * Adds a field line with a decimal number.
	 * @param name the field name in US-ASCII, sent as it is
	 * @param value the number
	 * @return this builder
	 * @throws IllegalArgumentException if the name is not allowed, or if the head becomes
	 * too large; the response is then as it was before
	 * @throws IllegalStateException if no response has begun
	 */
	public ResponseBuilder field(byte[] name, long value) {
		if (value < 0) {
			return field(name, Long.toString(value));
		}
		int index = putName(name, MAX_DECIMAL);
		return endLine(name, HeadOctets.putDecimal(value, this.out, index));
	}

	/** Behind the end, which only {@link #endLine} moves. */
	private int putName(byte[] name, int valueLength) {
		head();
		FieldSyntax.checkName(name);
		int length = name.length + valueLength + 4;
		if (length < 0 || length > ResponseHead.MAX_LENGTH - (this.index - this.start)) {
			throw tooLarge();
		}
		System.arraycopy(name, 0, this.out, this.index, name.length);
		int index = this.index + name.length;
		this.out[index] = ':';
		this.out[index + 1] = Octets.SP;
		return index + 2;
	}

	private ResponseBuilder endLine(byte[] name, int index) {
		this.server |= FieldSyntax.isServer(name);
		this.index = HeadOctets.putLineEnd(this.out, index);
		return this;
	}

	/**
	 * Writes the response without content.
	 * @throws IllegalStateException if no response has begun
	 */
	public void write() {
		write(NO_CONTENT, 0, 0);
	}

	/**
	 * Writes the response; the content is left out where the request is a HEAD or the
	 * status allows none.
	 * @param content array with the content; free for other use when the method returns
	 * @param offset index of the content's first octet
	 * @param length octets of content
	 * @throws IllegalStateException if no response has begun
	 */
	public void write(byte[] content, int offset, int length) {
		this.writer.write(head(), this, content, offset, length);
	}

	/**
	 * Writes the response; the content is left out where the request is a HEAD or the
	 * status allows none. A large content is not copied.
	 * @param content the content, of which the builder takes ownership
	 * @throws IllegalStateException if no response has begun; the content is not released
	 * then
	 */
	public void write(ByteBuf content) {
		this.writer.write(head(), this, content);
	}

	/**
	 * Writes the response to a HEAD, whose content has not been made.
	 * @param contentLength octets that the content of the response to a GET would have;
	 * -1 if that is not known, which leaves {@code Content-Length} out
	 * @throws IllegalStateException if no response has begun, or if the request is not a
	 * HEAD
	 */
	public void writeWithoutContent(long contentLength) {
		this.writer.writeWithoutContent(head(), this, contentLength);
	}

	/** The index behind the fields. */
	int end() {
		return this.index;
	}

	byte[] out() {
		return this.out;
	}

	boolean server() {
		return this.server;
	}

	private ResponseHead head() {
		ResponseHead head = this.head;
		if (head == null) {
			throw new IllegalStateException("no response has begun, or it has been written");
		}
		return head;
	}

	private static IllegalArgumentException tooLarge() {
		return new IllegalArgumentException(
				"status line and fields take more than " + ResponseHead.MAX_LENGTH + " bytes");
	}

}
