package io.uringboot.bench.websocket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A WebSocket echo server to test with; text becomes upper case if it shall be wrong.
 */
final class FakeEcho implements AutoCloseable {

	private final ServerSocket server;

	private final boolean wrong;

	private final int breakAfter;

	private final AtomicInteger closed = new AtomicInteger();

	/**
	 * Starts a server.
	 * @param wrong whether its echoes are wrong
	 * @param breakAfter frames of a connection after which it is reset, 0 for never
	 */
	FakeEcho(boolean wrong, int breakAfter) throws IOException {
		this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
		this.wrong = wrong;
		this.breakAfter = breakAfter;
		start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Connections closed by a close frame. */
	int closed() {
		return this.closed.get();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		thread.start();
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			OutputStream out = socket.getOutputStream();
			String key = key(in);
			if (key == null) {
				out.write(ascii("HTTP/1.1 426 \r\nContent-Length: 0\r\n\r\n"));
				return;
			}
			out.write(ascii("HTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Accept: "
					+ WebSocketConnection.accept(key) + "\r\n\r\n"));
			for (int frames = 1; echo(in, out); frames++) {
				if (frames == this.breakAfter) {
					socket.setSoLinger(true, 0);
					return;
				}
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
	}

	private static String key(InputStream in) throws IOException {
		String key = null;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (line.startsWith("Sec-WebSocket-Key: ")) {
				key = line.substring("Sec-WebSocket-Key: ".length());
			}
		}
		return key;
	}

	private boolean echo(InputStream in, OutputStream out) throws IOException {
		int first = in.read();
		int length = in.read() & 0x7f;
		if (length == 126) {
			length = in.read() << 8 | in.read();
		}
		byte[] mask = in.readNBytes(4);
		byte[] payload = in.readNBytes(length);
		for (int i = 0; i < payload.length; i++) {
			payload[i] ^= mask[i % 4];
		}
		int opcode = first & 0xf;
		if (this.wrong && opcode == WebSocketFrame.TEXT) {
			payload[0]--;
		}
		if (opcode == WebSocketFrame.CLOSE) {
			// A client need not wait for the answer, which may then be impossible to
			// send.
			this.closed.incrementAndGet();
		}
		byte[] head = (length < 126) ? new byte[] { 0, (byte) length }
				: new byte[] { 0, 126, (byte) (length >> 8), (byte) length };
		head[0] = (byte) ((opcode == WebSocketFrame.PING) ? 0x80 | WebSocketFrame.PONG : first);
		out.write(head);
		out.write(payload);
		return opcode != WebSocketFrame.CLOSE;
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("end");
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
