package io.uringboot.bench.websocket;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.WebSocketUpgrade;

/**
 * The client's end of a WebSocket (RFC 6455), frame by frame. Blocking, for one thread at
 * a time; every wait is bounded.
 */
public final class WebSocketConnection implements Closeable {

	private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int MAX_PAYLOAD = 16 * 1024 * 1024;

	private final Connection connection;

	private final Random random;

	private final ByteArrayOutputStream batch = new ByteArrayOutputStream();

	private WebSocketConnection(Connection connection, Random random) {
		this.connection = connection;
		this.random = random;
	}

	/**
	 * Connects to the loopback address and upgrades, with a random key.
	 * @param port the port
	 * @param timeout bound of connecting and of every single read
	 * @param random where key and masks come from
	 * @return the open WebSocket
	 * @throws IOException if the server refuses, or accepts wrongly
	 */
	public static WebSocketConnection open(int port, Duration timeout, Random random) throws IOException {
		byte[] nonce = new byte[16];
		random.nextBytes(nonce);
		String key = Base64.getEncoder().encodeToString(nonce);
		Exchange upgrade = WebSocketUpgrade.exchange(key, accept(key));
		Connection connection = Connection.open(port, timeout);
		try {
			connection.send(upgrade.request().toBytes("localhost:" + port));
			String fault = upgrade.expectation().fault(connection.readHead());
			if (fault != null) {
				throw new IOException(fault);
			}
			return new WebSocketConnection(connection, random);
		}
		catch (IOException ex) {
			connection.close();
			throw ex;
		}
	}

	static String accept(String key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Adds a frame to what the next {@link #flush()} sends, masked as clients must.
	 * @param last whether it ends its message
	 * @param opcode the opcode
	 * @param payload the payload, of less than 64 kB
	 * @return this
	 */
	public WebSocketConnection frame(boolean last, int opcode, byte[] payload) {
		this.batch.writeBytes(new WebSocketFrame(last, opcode, payload).masked(this.random.nextInt()));
		return this;
	}

	/**
	 * Sends all frames added since the last time at once.
	 * @throws IOException if the connection is broken
	 */
	public void flush() throws IOException {
		byte[] bytes = this.batch.toByteArray();
		this.batch.reset();
		this.connection.send(bytes);
	}

	/**
	 * Reads the next frame.
	 * @return the frame
	 * @throws IOException if it does not come in time or is not one a server may send
	 */
	public WebSocketFrame read() throws IOException {
		byte[] head = this.connection.readBytes(2);
		if ((head[0] & 0x70) != 0 || (head[1] & 0x80) != 0) {
			throw new IOException("frame with reserved bits or a mask");
		}
		long length = switch (head[1]) {
			case 126 -> ByteBuffer.wrap(this.connection.readBytes(2)).getShort() & 0xffff;
			case 127 -> ByteBuffer.wrap(this.connection.readBytes(8)).getLong();
			default -> head[1];
		};
		if (length < 0 || length > MAX_PAYLOAD) {
			throw new IOException("frame of " + length + " bytes");
		}
		return new WebSocketFrame((head[0] & 0x80) != 0, head[0] & 0x0f, this.connection.readBytes((int) length));
	}

	/**
	 * Reads the next message, whatever frames it comes in.
	 * @return the message, or control frame, as one frame
	 * @throws IOException if it does not come in time or is not well-formed
	 */
	public WebSocketFrame readMessage() throws IOException {
		WebSocketFrame frame = read();
		int opcode = frame.opcode();
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		payload.writeBytes(frame.payload());
		while (!frame.last()) {
			frame = read();
			if (frame.opcode() != WebSocketFrame.CONTINUATION) {
				throw new IOException("frame with opcode " + frame.opcode() + " inside a message");
			}
			payload.writeBytes(frame.payload());
		}
		return new WebSocketFrame(true, opcode, payload.toByteArray());
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
