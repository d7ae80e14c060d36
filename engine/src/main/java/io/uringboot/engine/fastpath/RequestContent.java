package io.uringboot.engine.fastpath;

import java.nio.charset.Charset;

/**
 * The content of a request, where it stands in the array that holds it.
 */
final class RequestContent {

	private static final byte[] NONE = new byte[0];

	private byte[] bytes = NONE;

	private int offset;

	private int length;

	void set(byte[] bytes, int offset, int length) {
		this.bytes = bytes;
		this.offset = offset;
		this.length = length;
	}

	/** The array is needed no more. */
	void clear() {
		this.bytes = NONE;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int offset() {
		return this.offset;
	}

	int length() {
		return this.length;
	}

	String asString(Charset charset) {
		return new String(this.bytes, this.offset, this.length, charset);
	}

	/** The number, or {@link FastPathExchange#NOT_PLAIN}. */
	long asInt() {
		return PlainNumber.parseInt(this.bytes, this.offset, this.offset + this.length);
	}

	/** The number, or {@link FastPathExchange#NOT_PLAIN}. */
	long asLong() {
		return PlainNumber.parseLong(this.bytes, this.offset, this.offset + this.length);
	}

}
