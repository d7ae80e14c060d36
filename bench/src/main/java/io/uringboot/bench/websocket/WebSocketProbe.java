package io.uringboot.bench.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * Speaks with an echo server over WebSocket connections.
 */
public final class WebSocketProbe {

	private static final int NORMAL_CLOSURE = 1000;

	private final int port;

	private final String host;

	private final Duration timeout;

	/**
	 * Creates a probe.
	 * @param port the port on the loopback address
	 * @param host value of {@code Host}
	 * @param timeout bound of connecting and of every single read
	 */
	public WebSocketProbe(int port, String host, Duration timeout) {
		this.port = port;
		this.host = host;
		this.timeout = timeout;
	}

	/**
	 * Has text, binary, several and fragmented messages echoed, a ping answered and the
	 * closing handshake done, then a message on a fresh connection.
	 * @throws IOException if something does not come back as it must; the message says
	 * what
	 */
	public void run() throws IOException {
		Random random = new Random();
		byte[] binary = new byte[256];
		random.nextBytes(binary);
		try (WebSocketConnection connection = open()) {
			echo(connection, text("uring-" + Long.toHexString(random.nextLong())));
			echo(connection, new Frame(true, Frame.BINARY, binary));
			echo(connection, text("first"), text("second"), text("third"), text("fourth"), text("fifth"));
			connection.send(new Frame(false, Frame.TEXT, ascii("in two ")),
					new Frame(true, Frame.CONTINUATION, ascii("fragments")));
			expect("fragmented text", text("in two fragments"), connection.readMessage());
			connection.send(new Frame(true, Frame.PING, ascii("ping")));
			expect("ping", new Frame(true, Frame.PONG, ascii("ping")), connection.read());
			close(connection);
		}
		try (WebSocketConnection connection = open()) {
			echo(connection, text("health"));
		}
	}

	private WebSocketConnection open() throws IOException {
		return WebSocketConnection.open(this.port, this.host, this.timeout);
	}

	private static void echo(WebSocketConnection connection, Frame... messages) throws IOException {
		connection.send(messages);
		for (Frame message : messages) {
			expect((message.opcode() == Frame.TEXT) ? "text" : "binary", message, connection.readMessage());
		}
	}

	private static void close(WebSocketConnection connection) throws IOException {
		byte[] code = ByteBuffer.allocate(2).putShort((short) NORMAL_CLOSURE).array();
		connection.send(new Frame(true, Frame.CLOSE, code));
		Frame answer = connection.read();
		byte[] payload = answer.payload();
		if (answer.opcode() != Frame.CLOSE || payload.length < 2
				|| ByteBuffer.wrap(payload).getShort() != NORMAL_CLOSURE) {
			throw new IOException("close 1000 not answered by the same");
		}
	}

	private static void expect(String name, Frame expected, Frame actual) throws IOException {
		if (actual.opcode() != expected.opcode() || !actual.last()
				|| !Arrays.equals(actual.payload(), expected.payload())) {
			throw new IOException(
					name + " not echoed: opcode " + actual.opcode() + " with " + actual.payload().length + " bytes");
		}
	}

	private static Frame text(String text) {
		return new Frame(true, Frame.TEXT, ascii(text));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
