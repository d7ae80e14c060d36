package io.uringboot.engine.compression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import com.aayushatharva.brotli4j.encoder.Encoder;
import com.aayushatharva.brotli4j.encoder.EncoderJNI;
import com.aayushatharva.brotli4j.encoder.EncoderJNI.Operation;
import io.netty.buffer.ByteBuf;

/**
 * Encodes with Brotli. The native encoder cannot be used for a second content: each has
 * one of its own, freed with the last octet.
 */
final class BrotliEncoder extends ContentEncoder {

	/**
	 * Of a stream. A window of 256 KiB: the default of 4 MiB would hold 8 MiB for each of
	 * them.
	 */
	private static final int STREAM_WINDOW = 18;

	private static final int STREAM_INPUT = 16 * 1024;

	private static final int MIN_WINDOW = 16;

	private static final int MAX_WINDOW = 22;

	private final EncoderJNI.Wrapper encoder;

	private boolean pending;

	BrotliEncoder(int level) {
		this(level, STREAM_WINDOW, STREAM_INPUT);
	}

	private BrotliEncoder(int level, int window, int input) {
		try {
			this.encoder = new EncoderJNI.Wrapper(input, level, window, Encoder.Mode.GENERIC);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** For a whole content of this length, given by one write. */
	static BrotliEncoder ofWhole(int level, int length) {
		return new BrotliEncoder(level, window(length), Math.max(length, 1));
	}

	/** The smallest window, of those worth having, that holds the content. */
	static int window(int length) {
		int window = MIN_WINDOW;
		while (window < MAX_WINDOW && (1 << window) - 16 < length) {
			window++;
		}
		return window;
	}

	@Override
	void write(ByteBuf content, ByteBuf out) {
		while (content.isReadable()) {
			run(Operation.PROCESS, fill(content), out);
		}
		this.pending = true;
	}

	@Override
	boolean isPending() {
		return this.pending;
	}

	@Override
	void flush(ByteBuf out) {
		run(Operation.FLUSH, 0, out);
		this.pending = false;
	}

	@Override
	void finish(ByteBuf content, ByteBuf out) {
		ByteBuffer input = this.encoder.getInputBuffer();
		while (content.readableBytes() > input.capacity()) {
			run(Operation.PROCESS, fill(content), out);
		}
		// A content that comes at once must be told to be whole: the encoder then
		// prepares no more of its tables than it needs for it.
		run(Operation.FINISH, fill(content), out);
		this.pending = false;
	}

	@Override
	void release() {
		this.encoder.destroy();
	}

	private int fill(ByteBuf content) {
		ByteBuffer input = this.encoder.getInputBuffer();
		input.clear();
		input.limit(Math.min(input.capacity(), content.readableBytes()));
		content.readBytes(input);
		return input.position();
	}

	/**
	 * Encodes a whole content from one array into another.
	 * @return the array that was written to: the given one or a larger one
	 */
	static byte[] encode(int level, byte[] content, int offset, int length, byte[] out, int[] written) {
		BrotliEncoder encoder = ofWhole(level, length);
		try {
			return encoder.encode(content, offset, length, out, written);
		}
		finally {
			encoder.release();
		}
	}

	private byte[] encode(byte[] content, int offset, int length, byte[] out, int[] written) {
		this.encoder.getInputBuffer().put(content, offset, length);
		byte[] target = out;
		int index = 0;
		int input = length;
		do {
			push(Operation.FINISH, input);
			input = 0;
			while (this.encoder.hasMoreOutput()) {
				ByteBuffer part = this.encoder.pull();
				int count = part.remaining();
				if (count > target.length - index) {
					target = Arrays.copyOf(target, Math.max(target.length * 2, index + count));
				}
				part.get(target, index, count);
				index += count;
			}
		}
		while (!this.encoder.isFinished());
		written[0] = index;
		return target;
	}

	private void run(Operation operation, int length, ByteBuf out) {
		int input = length;
		do {
			push(operation, input);
			input = 0;
			while (this.encoder.hasMoreOutput()) {
				out.writeBytes(this.encoder.pull());
			}
		}
		while (this.encoder.hasRemainingInput() || (operation == Operation.FINISH && !this.encoder.isFinished()));
	}

	private void push(Operation operation, int length) {
		this.encoder.push(operation, length);
		if (!this.encoder.isSuccess()) {
			throw new IllegalStateException("Brotli encoding failed");
		}
	}

}
