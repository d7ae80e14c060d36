package io.uringboot.engine.http1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that sends exactly the octets it is told to.
 */
final class WireClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 20_000;

	private final Socket socket;

	private final InputStream in;

	private WireClient(Socket socket) throws IOException {
		this.socket = socket;
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(TIMEOUT_MILLIS);
		this.in = new BufferedInputStream(socket.getInputStream());
	}

	static WireClient open(int port) {
		return open(port, 0);
	}

	/** With a receive buffer of this size, for a client that takes its time. */
	static WireClient open(int port, int receiveBuffer) {
		try {
			Socket socket = new Socket();
			if (receiveBuffer > 0) {
				socket.setReceiveBufferSize(receiveBuffer);
			}
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return new WireClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Over an existing connection, such as one with TLS. */
	static WireClient over(Socket socket) {
		try {
			return new WireClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	WireClient send(String text) {
		return send(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	WireClient send(byte[] octets) {
		return send(octets, 0, octets.length);
	}

	WireClient send(byte[] octets, int offset, int length) {
		try {
			this.socket.getOutputStream().write(octets, offset, length);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	WireResponse response() {
		return response(false);
	}

	WireResponse response(boolean head) {
		try {
			return WireResponse.read(this.in, head);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** So many responses, in the order in which they came: status and content. */
	List<String> summaries(int count) {
		List<String> summaries = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			summaries.add(response().summary());
		}
		return summaries;
	}

	/** All responses until the server closes: status and content. */
	List<String> summariesToTheEnd() {
		List<String> summaries = new ArrayList<>();
		try {
			while (!isAtEnd()) {
				summaries.add(WireResponse.read(this.in, false).summary());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("after " + summaries, ex);
		}
		return summaries;
	}

	/** Waits for the next octet, or for the end that the server sends in order. */
	private boolean isAtEnd() throws IOException {
		this.in.mark(1);
		if (this.in.read() < 0) {
			return true;
		}
		this.in.reset();
		return false;
	}

	/** Expects that the server has closed in order, without a reset. */
	void expectEnd() {
		try {
			int octet = this.in.read();
			if (octet >= 0) {
				throw new AssertionError("expected the end but got: " + (char) octet
						+ new String(this.in.readNBytes(this.in.available()), StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether the connection has ended, in whatever way. */
	boolean hasEnded() {
		try {
			return this.in.read() < 0;
		}
		catch (IOException ex) {
			return !(ex instanceof java.net.SocketTimeoutException);
		}
	}

	String read(int count) {
		try {
			byte[] octets = this.in.readNBytes(count);
			if (octets.length < count) {
				throw new EOFException("connection ended");
			}
			return new String(octets, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Everything up to the end. */
	String rest() {
		try {
			return new String(this.in.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int available() {
		try {
			return this.in.available();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	WireClient timeout(int millis) {
		try {
			this.socket.setSoTimeout(millis);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sends FIN; answers can still be read. */
	WireClient halfClose() {
		try {
			this.socket.shutdownOutput();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the connection by RST. */
	void reset() {
		try {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
