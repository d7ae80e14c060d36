package io.uringboot.bench.websocket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/**
 * Speaks with an echo server over WebSocket connections.
 */
public final class WebSocketProbe {

	private static final byte[] NORMAL_CLOSURE = { 0x03, (byte) 0xe8 };

	private final Random random = new Random();

	private final int port;

	private final Duration timeout;

	/**
	 * Creates a probe.
	 * @param port the port on the loopback address
	 * @param timeout bound of connecting and of every single read
	 */
	public WebSocketProbe(int port, Duration timeout) {
		this.port = port;
		this.timeout = timeout;
	}

	/**
	 * Has text, binary, several and fragmented messages echoed, a ping answered and the
	 * closing handshake done, then a message on a fresh connection.
	 * @throws IOException if something does not come back as it must; the message says
	 * what
	 */
	public void run() throws IOException {
		byte[] binary = new byte[256];
		this.random.nextBytes(binary);
		try (WebSocketConnection connection = open()) {
			echo(connection, WebSocketFrame.text("uring-" + Long.toHexString(this.random.nextLong())));
			echo(connection, new WebSocketFrame(true, WebSocketFrame.BINARY, binary));
			echo(connection, WebSocketFrame.text("first"), WebSocketFrame.text("second"), WebSocketFrame.text("third"));
			connection.frame(false, WebSocketFrame.TEXT, ascii("in two "))
				.frame(true, WebSocketFrame.CONTINUATION, ascii("fragments"))
				.flush();
			expect("fragmented text", connection, WebSocketFrame.TEXT, ascii("in two fragments"));
			connection.frame(true, WebSocketFrame.PING, ascii("ping")).flush();
			expect("ping", connection, WebSocketFrame.PONG, ascii("ping"));
			connection.frame(true, WebSocketFrame.CLOSE, NORMAL_CLOSURE).flush();
			expect("close", connection, WebSocketFrame.CLOSE, NORMAL_CLOSURE);
		}
		try (WebSocketConnection connection = open()) {
			echo(connection, WebSocketFrame.text("health"));
		}
	}

	private WebSocketConnection open() throws IOException {
		return WebSocketConnection.open(this.port, this.timeout, this.random);
	}

	private static void echo(WebSocketConnection connection, WebSocketFrame... messages) throws IOException {
		for (WebSocketFrame message : messages) {
			connection.frame(true, message.opcode(), message.payload());
		}
		connection.flush();
		for (WebSocketFrame message : messages) {
			String name = (message.opcode() == WebSocketFrame.TEXT) ? "text" : "binary";
			expect(name, connection, message.opcode(), message.payload());
		}
	}

	private static void expect(String name, WebSocketConnection connection, int opcode, byte[] payload)
			throws IOException {
		String fault = connection.readMessage().fault(opcode, payload);
		if (fault != null) {
			throw new IOException(name + " not echoed: " + fault);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
