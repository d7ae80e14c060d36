package io.uringboot.engine.compression;

import io.netty.buffer.ByteBuf;

/**
 * Encodes the content of one response. One thread.
 */
abstract class ContentEncoder {

	/** Encodes the readable octets, which are consumed; some may stay in the encoder. */
	abstract void write(ByteBuf content, ByteBuf out);

	/** Whether octets may have stayed in the encoder since the last flush. */
	abstract boolean isPending();

	/** Has all that was written so far come out, so that the client can decode it. */
	abstract void flush(ByteBuf out);

	/** Encodes the readable octets, which are consumed, and ends the encoded content. */
	abstract void finish(ByteBuf content, ByteBuf out);

	/**
	 * Gives back what the encoder holds, finished or not. It must not be used any more.
	 */
	abstract void release();

}
