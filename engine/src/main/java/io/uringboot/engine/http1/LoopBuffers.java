package io.uringboot.engine.http1;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * The arrays that an event loop works in while it decodes one buffer: the octets of the
 * request heads, and the answers that leave together. They belong to the loop, so that an
 * idle connection holds nothing. Request heads are copied here because a loop over an
 * array is several times faster than one over a direct buffer.
 */
final class LoopBuffers {

	private static final int INPUT = 16 * 1024;

	private static final int OUTPUT = 64 * 1024;

	private static final FastThreadLocal<LoopBuffers> BUFFERS = new FastThreadLocal<>() {

		@Override
		protected LoopBuffers initialValue() {
			return new LoopBuffers();
		}

	};

	byte[] input = new byte[INPUT];

	final byte[] output = new byte[OUTPUT];

	private boolean busy;

	private LoopBuffers() {
	}

	/**
	 * Takes the loop's buffers, or new ones where a handler made the loop decode within
	 * decoding.
	 */
	static LoopBuffers acquire() {
		LoopBuffers buffers = BUFFERS.get();
		if (buffers.busy) {
			buffers = new LoopBuffers();
		}
		buffers.busy = true;
		return buffers;
	}

	void release() {
		this.busy = false;
	}

	void growInput(int capacity) {
		if (this.input.length < capacity) {
			this.input = new byte[Math.max(capacity, this.input.length * 2)];
		}
	}

}
