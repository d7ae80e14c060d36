package io.uringboot.bench.http;

import java.nio.charset.StandardCharsets;

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

	/**
	 * Returns the payload as text.
	 * @return the payload read as UTF-8
	 */
	public String text() {
		return new String(this.payload, StandardCharsets.UTF_8);
	}

	/**
	 * Returns the status code of a close frame.
	 * @return the code, or 1005 if there is none (RFC 6455, section 7.1.5)
	 */
	public int closeCode() {
		return (this.payload.length < 2) ? 1005 : (this.payload[0] & 0xff) << 8 | this.payload[1] & 0xff;
	}

}
