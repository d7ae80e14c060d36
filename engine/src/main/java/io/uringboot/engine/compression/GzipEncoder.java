package io.uringboot.engine.compression;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import io.netty.buffer.ByteBuf;

/**
 * Encodes in the gzip format. A {@link Deflater} holds a quarter of a megabyte outside
 * the heap and is costly to make, so it goes back to the event loop's pool.
 */
final class GzipEncoder extends ContentEncoder {

	/**
	 * What a loop keeps; streams beyond that many at a time get encoders of their own.
	 */
	static final int MAX_POOLED = 8;

	/** No file name, no time, unknown system (RFC 1952 §2.3). */
	private static final byte[] HEADER = { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff };

	private static final int TRAILER = 8;

	private static final int STEP = 512;

	private final ArrayDeque<GzipEncoder> pool;

	private final Deflater deflater;

	private final CRC32 checksum = new CRC32();

	private boolean started;

	private boolean pending;

	private int length;

	GzipEncoder(int level, ArrayDeque<GzipEncoder> pool) {
		this.deflater = new Deflater(level, true);
		this.pool = pool;
	}

	@Override
	void write(ByteBuf content, ByteBuf out) {
		for (ByteBuffer part : content.nioBuffers()) {
			this.checksum.update(part.duplicate());
			this.deflater.setInput(part);
			deflate(out, Deflater.NO_FLUSH);
		}
		content.skipBytes(content.readableBytes());
		this.pending = true;
	}

	@Override
	boolean isPending() {
		return this.pending;
	}

	@Override
	void flush(ByteBuf out) {
		deflate(out, Deflater.SYNC_FLUSH);
		this.pending = false;
	}

	@Override
	void finish(ByteBuf content, ByteBuf out) {
		write(content, out);
		this.deflater.finish();
		while (!this.deflater.finished()) {
			deflate(out, Deflater.NO_FLUSH);
		}
		out.writeIntLE((int) this.checksum.getValue());
		out.writeIntLE(this.deflater.getTotalIn());
		this.pending = false;
	}

	@Override
	void release() {
		if (this.pool.size() >= MAX_POOLED) {
			destroy();
			return;
		}
		this.deflater.reset();
		this.checksum.reset();
		this.started = false;
		this.pending = false;
		this.pool.push(this);
	}

	void destroy() {
		this.deflater.end();
	}

	/**
	 * Encodes a whole content from one array into another.
	 * @param out array to begin with
	 * @return the array that was written to: the given one or a larger one
	 */
	byte[] encode(byte[] content, int offset, int length, byte[] out) {
		this.checksum.update(content, offset, length);
		this.deflater.setInput(content, offset, length);
		this.deflater.finish();
		byte[] target = out;
		System.arraycopy(HEADER, 0, target, 0, HEADER.length);
		int index = HEADER.length;
		while (true) {
			index += this.deflater.deflate(target, index, target.length - TRAILER - index);
			if (this.deflater.finished()) {
				break;
			}
			target = Arrays.copyOf(target, target.length * 2);
		}
		putIntLE((int) this.checksum.getValue(), target, index);
		putIntLE(length, target, index + 4);
		this.length = index + TRAILER;
		this.deflater.reset();
		this.checksum.reset();
		return target;
	}

	/** Octets that {@link #encode} has written. */
	int length() {
		return this.length;
	}

	/**
	 * Deflates as long as the output is filled up. The header leaves with the first
	 * octets.
	 */
	private void deflate(ByteBuf out, int flush) {
		int capacity;
		int count;
		do {
			int header = this.started ? 0 : HEADER.length;
			out.ensureWritable(header + STEP);
			int index = out.writerIndex() + header;
			capacity = out.capacity() - index;
			count = this.deflater.deflate(out.nioBuffer(index, capacity), flush);
			if (count > 0 && !this.started) {
				out.setBytes(out.writerIndex(), HEADER);
				this.started = true;
			}
			out.writerIndex((count > 0) ? index + count : out.writerIndex());
		}
		while (count == capacity);
	}

	private static void putIntLE(int value, byte[] out, int index) {
		for (int i = 0; i < Integer.BYTES; i++) {
			out[index + i] = (byte) (value >>> (i * Byte.SIZE));
		}
	}

}
