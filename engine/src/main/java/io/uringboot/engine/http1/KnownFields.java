package io.uringboot.engine.http1;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where the field lines of the last head still stand in the array that is parsed. Those
 * of the next one behind it are mostly the same octets, and then mean the same.
 */
final class KnownFields {

	private byte @Nullable [] bytes;

	private int start;

	private int length;

	private boolean http11;

	/** There are none any more: the array is filled anew, or other lines are parsed. */
	void forget() {
		this.bytes = null;
	}

	void remember(byte[] bytes, int start, int end, boolean http11) {
		this.bytes = bytes;
		this.start = start;
		this.length = end - start;
		this.http11 = http11;
	}

	/**
	 * Whether the same field lines follow, octet by octet to the empty line: every check
	 * then ends as it did, because none looks at anything else but the version.
	 */
	boolean follow(byte[] bytes, int from, int end, boolean http11) {
		return bytes == this.bytes && end - from >= this.length && http11 == this.http11
				&& Arrays.equals(bytes, this.start, this.start + this.length, bytes, from, from + this.length);
	}

	int length() {
		return this.length;
	}

}
