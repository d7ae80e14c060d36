package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * The answers to one batch of requests, gathered so that they leave with one write. Open
 * only while the connection decodes; written to the channel, not flushed, when it is
 * closed or full.
 */
final class OutputBatch {

	/** What may gather before the socket is given something to send. */
	private static final int FLUSH_THRESHOLD = 64 * 1024;

	/** Contents of at least this size are not copied into the batch. */
	static final int LARGE = 8 * 1024;

	private byte[] bytes = new byte[0];

	private int length;

	/** Octets written to the channel since the last flush. */
	private long unflushed;

	private boolean written;

	void open(byte[] bytes) {
		this.bytes = bytes;
		this.length = 0;
	}

	void append(byte[] source, int offset, int count, ChannelHandlerContext ctx) {
		if (count > this.bytes.length - this.length) {
			write(ctx);
			if (count > this.bytes.length) {
				// copied once, not twice
				ctx.write(ctx.alloc().directBuffer(count).writeBytes(source, offset, count), ctx.voidPromise());
				written(count, ctx);
				return;
			}
		}
		System.arraycopy(source, offset, this.bytes, this.length, count);
		this.length += count;
	}

	/** Takes over the buffer. */
	void append(ByteBuf buffer, ChannelHandlerContext ctx) {
		int count = buffer.readableBytes();
		if (count >= LARGE) {
			write(ctx);
			ctx.write(buffer, ctx.voidPromise());
			written(count, ctx);
			return;
		}
		if (count > this.bytes.length - this.length) {
			write(ctx);
		}
		buffer.readBytes(this.bytes, this.length, count);
		this.length += count;
		buffer.release();
	}

	/**
	 * Makes room for a response head.
	 * @return the index in {@link #bytes()} from which so many octets may be set
	 */
	int reserve(int count, ChannelHandlerContext ctx) {
		if (count > this.bytes.length - this.length) {
			write(ctx);
		}
		return this.length;
	}

	byte[] bytes() {
		return this.bytes;
	}

	void advanceTo(int length) {
		this.length = length;
	}

	/** Hands what gathered to the channel. */
	void write(ChannelHandlerContext ctx) {
		if (this.length == 0) {
			return;
		}
		ByteBuf buffer = ctx.alloc().directBuffer(this.length);
		buffer.writeBytes(this.bytes, 0, this.length);
		int count = this.length;
		this.length = 0;
		ctx.write(buffer, ctx.voidPromise());
		written(count, ctx);
	}

	/**
	 * Takes note of octets that were written to the channel, past the batch too: what has
	 * been written awaits a flush.
	 */
	void written(long count, ChannelHandlerContext ctx) {
		this.unflushed += count;
		this.written = true;
		if (this.unflushed >= FLUSH_THRESHOLD) {
			flush(ctx);
		}
	}

	/**
	 * Whether so much has gathered that the channel should be asked whether it takes
	 * more.
	 */
	boolean isLarge() {
		return this.length >= FLUSH_THRESHOLD / 2;
	}

	/** Whether something awaits a flush. */
	boolean needsFlush() {
		return this.written;
	}

	void flush(ChannelHandlerContext ctx) {
		this.unflushed = 0;
		this.written = false;
		ctx.flush();
	}

}
