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
 * A WebSocket client that sees every frame. Blocking, for one thread at a time; every
 * wait is bounded.
 */
public final class WebSocketConnection implements Closeable {

	private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final Random RANDOM = new Random();

	private final Connection connection;

	private WebSocketConnection(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Connects and upgrades with a random key.
	 * @param port the port on the loopback address
	 * @param host value of {@code Host}
	 * @param timeout bound of connecting and of every single read
	 * @return the connection
	 * @throws IOException if it is not upgraded as RFC 6455 says
	 */
	public static WebSocketConnection open(int port, String host, Duration timeout) throws IOException {
		byte[] nonce = new byte[16];
		RANDOM.nextBytes(nonce);
		String key = Base64.getEncoder().encodeToString(nonce);
		Exchange upgrade = WebSocketUpgrade.exchange(key, accept(key));
		Connection connection = Connection.open(port, timeout);
		try {
			connection.send(upgrade.request().toBytes(host));
			String fault = upgrade.expectation().fault(connection.read());
			if (fault != null) {
				throw new IOException(fault);
			}
			return new WebSocketConnection(connection);
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
	 * Sends frames at once.
	 * @param frames the frames
	 * @throws IOException if the connection is broken
	 */
	void send(Frame... frames) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (Frame frame : frames) {
			bytes.writeBytes(frame.masked(RANDOM.nextInt()));
		}
		this.connection.send(bytes.toByteArray());
	}

	/**
	 * Reads the next frame.
	 * @return the frame
	 * @throws IOException if it does not come in time or is not one a server may send
	 */
	Frame read() throws IOException {
		byte[] head = this.connection.readBytes(2);
		if ((head[0] & 0x70) != 0 || (head[1] & 0x80) != 0) {
			throw new IOException("frame with reserved bits or a mask");
		}
		int length = head[1] & 0x7f;
		if (length == 126) {
			length = ByteBuffer.wrap(this.connection.readBytes(2)).getShort() & 0xffff;
		}
		else if (length == 127) {
			throw new IOException("frame larger than anything sent");
		}
		return new Frame((head[0] & 0x80) != 0, head[0] & 0x0f, this.connection.readBytes(length));
	}

	/**
	 * Reads the next message, whatever frames it comes in.
	 * @return the message as one frame
	 * @throws IOException if it does not come in time
	 */
	Frame readMessage() throws IOException {
		Frame frame = read();
		int opcode = frame.opcode();
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		payload.writeBytes(frame.payload());
		while (!frame.last()) {
			frame = read();
			if (frame.opcode() != Frame.CONTINUATION) {
				throw new IOException("frame with opcode " + frame.opcode() + " inside a message");
			}
			payload.writeBytes(frame.payload());
		}
		return new Frame(true, opcode, payload.toByteArray());
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
