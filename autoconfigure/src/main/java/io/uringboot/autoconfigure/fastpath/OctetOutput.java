package io.uringboot.autoconfigure.fastpath;

import java.io.OutputStream;
import java.util.Arrays;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * Where a body is gathered before its length is known: an array that belongs to the
 * thread and is used again.
 */
final class OctetOutput extends OutputStream {

	private static final int INITIAL = 8 * 1024;

	/** A larger array is not kept. */
	private static final int KEPT = 256 * 1024;

	private static final FastThreadLocal<OctetOutput> ofThread = new FastThreadLocal<>() {

		@Override
		protected OctetOutput initialValue() {
			return new OctetOutput();
		}

	};

	private byte[] octets = new byte[INITIAL];

	private int size;

	private boolean inUse;

	/**
	 * Take the output of this thread, or a new one while that is in use: a value may be
	 * written by code that answers another request.
	 */
	static OctetOutput acquire() {
		OctetOutput output = ofThread.get();
		if (output.inUse) {
			return new OctetOutput();
		}
		output.inUse = true;
		output.size = 0;
		return output;
	}

	void release() {
		this.inUse = false;
		if (this.octets.length > KEPT) {
			this.octets = new byte[INITIAL];
		}
	}

	@Override
	public void write(int octet) {
		ensure(1);
		this.octets[this.size++] = (byte) octet;
	}

	@Override
	public void write(byte[] source, int offset, int length) {
		ensure(length);
		System.arraycopy(source, offset, this.octets, this.size, length);
		this.size += length;
	}

	private void ensure(int count) {
		int needed = Math.addExact(this.size, count);
		if (needed > this.octets.length) {
			int doubled = (this.octets.length <= Integer.MAX_VALUE / 2) ? this.octets.length * 2 : needed;
			this.octets = Arrays.copyOf(this.octets, Math.max(needed, doubled));
		}
	}

	byte[] octets() {
		return this.octets;
	}

	int size() {
		return this.size;
	}

	@Override
	public void flush() {
		// what has been written is there
	}

	@Override
	public void close() {
		// stays open for its thread
	}

}
