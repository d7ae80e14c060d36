package io.uringboot.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * The client's end of a WebSocket (RFC 6455), frame by frame. Blocking, for one thread.
 */
public final class WebSocketConnection implements Closeable {

	private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int MAX_PAYLOAD = 16 * 1024 * 1024;

	private final Socket socket;

	private final DataInputStream in;

	private final Random random;

	private final ByteArrayOutputStream batch = new ByteArrayOutputStream();

	private WebSocketConnection(Socket socket, Random random) throws IOException {
		this.socket = socket;
		this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
		this.random = random;
	}

	/**
	 * Connects to the loopback address and upgrades, with a random key.
	 * @param port the port
	 * @param path the path
	 * @param timeout bound of connecting and of every single read
	 * @param random where key and masks come from
	 * @return the open WebSocket
	 * @throws IOException if the server refuses, or accepts wrongly
	 */
	public static WebSocketConnection open(int port, String path, Duration timeout, Random random) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout((int) timeout.toMillis());
			socket.connect(Connection.loopback(port), (int) timeout.toMillis());
			WebSocketConnection connection = new WebSocketConnection(socket, random);
			connection.upgrade(port, path);
			return connection;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private void upgrade(int port, String path) throws IOException {
		byte[] nonce = new byte[16];
		this.random.nextBytes(nonce);
		String key = Base64.getEncoder().encodeToString(nonce);
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\n"
				+ "Connection: Upgrade\r\nSec-WebSocket-Key: " + key + "\r\nSec-WebSocket-Version: 13\r\n\r\n";
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		Answer answer = new AnswerReader(this.in).readHead();
		if (answer.status() != 101) {
			throw new IOException("status " + answer.status() + " instead of 101");
		}
		require("websocket", answer.field("Upgrade"));
		require("upgrade", answer.field("Connection"));
		if (!accept(key).equals(answer.field("Sec-WebSocket-Accept"))) {
			throw new IOException("Sec-WebSocket-Accept does not fit the key");
		}
	}

	private static void require(String expected, @Nullable String value) throws IOException {
		if (!expected.equalsIgnoreCase(value)) {
			throw new IOException("field value '" + value + "' instead of '" + expected + "'");
		}
	}

	private static String accept(String key) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-1")
				.digest((key + ACCEPT_GUID).getBytes(StandardCharsets.US_ASCII));
			return Base64.getEncoder().encodeToString(hash);
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
		this.batch.write((last ? 0x80 : 0) | opcode);
		if (payload.length < 126) {
			this.batch.write(0x80 | payload.length);
		}
		else {
			this.batch.write(0x80 | 126);
			this.batch.write(payload.length >> 8);
			this.batch.write(payload.length);
		}
		byte[] mask = new byte[4];
		this.random.nextBytes(mask);
		this.batch.writeBytes(mask);
		for (int i = 0; i < payload.length; i++) {
			this.batch.write(payload[i] ^ mask[i % 4]);
		}
		return this;
	}

	/**
	 * Sends all frames added since the last time at once.
	 * @throws IOException if the connection is broken
	 */
	public void flush() throws IOException {
		byte[] bytes = this.batch.toByteArray();
		this.batch.reset();
		this.socket.getOutputStream().write(bytes);
	}

	/**
	 * Reads the next frame.
	 * @return the frame
	 * @throws IOException if it does not come in time or is wrong
	 */
	public WebSocketFrame read() throws IOException {
		int first = this.in.readUnsignedByte();
		int length = this.in.readUnsignedByte();
		if ((length & 0x80) != 0) {
			throw new IOException("masked by the server");
		}
		long size = switch (length) {
			case 126 -> this.in.readUnsignedShort();
			case 127 -> this.in.readLong();
			default -> length;
		};
		if (size < 0 || size > MAX_PAYLOAD) {
			throw new IOException("frame of " + size + " bytes");
		}
		byte[] payload = new byte[(int) size];
		this.in.readFully(payload);
		return new WebSocketFrame((first & 0x80) != 0, first & 0x0f, payload);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
