package io.uringboot.bench.websocket;

import java.nio.ByteBuffer;

/**
 * A WebSocket frame (RFC 6455, section 5.2).
 *
 * @param last whether it ends its message
 * @param opcode the opcode
 * @param payload the payload, unmasked
 */
record Frame(boolean last, int opcode, byte[] payload) {

	static final int CONTINUATION = 0x0;

	static final int TEXT = 0x1;

	static final int BINARY = 0x2;

	static final int CLOSE = 0x8;

	static final int PING = 0x9;

	static final int PONG = 0xa;

	private static final int LAST = 0x80;

	private static final int MASKED = 0x80;

	private static final int LENGTH_OF_16_BITS = 126;

	/**
	 * Returns the frame as a client sends it.
	 * @param mask the masking key
	 */
	byte[] masked(int mask) {
		int length = this.payload.length;
		ByteBuffer bytes = ByteBuffer.allocate(8 + length);
		bytes.put((byte) ((this.last ? LAST : 0) | this.opcode));
		if (length < LENGTH_OF_16_BITS) {
			bytes.put((byte) (MASKED | length));
		}
		else if (length <= 0xffff) {
			bytes.put((byte) (MASKED | LENGTH_OF_16_BITS)).putShort((short) length);
		}
		else {
			throw new IllegalArgumentException("payload of " + length + " bytes");
		}
		bytes.putInt(mask);
		for (int i = 0; i < length; i++) {
			bytes.put((byte) (this.payload[i] ^ (mask >>> (24 - 8 * (i % 4)))));
		}
		byte[] frame = new byte[bytes.position()];
		bytes.flip().get(frame);
		return frame;
	}

}
