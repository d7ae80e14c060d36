package io.uringboot.bench.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A frame of a WebSocket (RFC 6455, section 5).
 *
 * @param last whether it ends its message
 * @param opcode the opcode
 * @param payload the payload, unmasked
 */
public record WebSocketFrame(boolean last, int opcode, byte[] payload) {

	/**
	 * Goes on with a fragmented message.
	 */
	public static final int CONTINUATION = 0;

	/**
	 * Text in UTF-8.
	 */
	public static final int TEXT = 1;

	/**
	 * Bytes.
	 */
	public static final int BINARY = 2;

	/**
	 * Starts the closing handshake, or answers it.
	 */
	public static final int CLOSE = 8;

	/**
	 * Asks for a pong.
	 */
	public static final int PING = 9;

	/**
	 * Answers a ping.
	 */
	public static final int PONG = 10;

	private static final int LAST = 0x80;

	private static final int MASKED = 0x80;

	private static final int LENGTH_OF_16_BITS = 126;

	/**
	 * Creates a text message of one frame.
	 * @param text the text
	 * @return the frame
	 */
	static WebSocketFrame text(String text) {
		return new WebSocketFrame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns the frame as a client sends it.
	 * @param mask the masking key
	 * @return its bytes
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
		return Arrays.copyOf(bytes.array(), bytes.position());
	}

	/**
	 * Judges a whole message, or control frame.
	 * @param opcode the opcode it must have
	 * @param payload the payload it must have
	 * @return what is wrong, or {@code null} if nothing is
	 */
	public @Nullable String fault(int opcode, byte[] payload) {
		if (this.opcode != opcode) {
			return "opcode " + this.opcode + " instead of " + opcode;
		}
		return Arrays.equals(this.payload, payload) ? null : "another payload of " + this.payload.length + " bytes";
	}

	/**
	 * Returns the status code of a close frame.
	 * @return the code, or 1005 if there is none (RFC 6455, section 7.1.5)
	 */
	public int closeCode() {
		return (this.payload.length < 2) ? 1005 : (this.payload[0] & 0xff) << 8 | this.payload[1] & 0xff;
	}

}
