package io.uringboot.engine.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A client that the server lets go.
 */
final class RefusedClient implements AutoCloseable {

	private final Socket plain;

	private Socket socket;

	RefusedClient(int port) {
		try {
			this.plain = new Socket(InetAddress.getLoopbackAddress(), port);
			this.plain.setTcpNoDelay(true);
			this.plain.setSoTimeout(10_000);
			this.socket = this.plain;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int localPort() {
		return this.plain.getLocalPort();
	}

	RefusedClient send(String octets) {
		return send(this.socket, octets);
	}

	/** Past TLS, if there is any. */
	RefusedClient sendPlain(String octets) {
		return send(this.plain, octets);
	}

	private RefusedClient send(Socket socket, String octets) {
		try {
			socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Does the client's part of the handshake.
	 * @return why it failed, or {@code null} if it did not
	 */
	@Nullable SSLException handshake(SSLContext context, String version, String... protocols) {
		try {
			SSLSocket secured = (SSLSocket) context.getSocketFactory()
				.createSocket(this.plain, "localhost", this.plain.getPort(), true);
			SSLParameters parameters = secured.getSSLParameters();
			parameters.setProtocols(new String[] { version });
			parameters.setApplicationProtocols(protocols);
			secured.setSSLParameters(parameters);
			secured.startHandshake();
			this.socket = secured;
			return null;
		}
		catch (SSLException ex) {
			return ex;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads HTTP/2 frames up to the one that acknowledges the client's SETTINGS. */
	RefusedClient receiveSettingsAck() {
		try {
			DataInputStream in = new DataInputStream(this.socket.getInputStream());
			boolean acknowledged = false;
			while (!acknowledged) {
				int lengthAndType = in.readInt();
				int flags = in.readByte();
				in.readInt(); // the stream
				in.readFully(new byte[lengthAndType >>> 8]);
				acknowledged = (lengthAndType & 0xff) == 4 && flags == 1;
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void halfClose() {
		try {
			this.plain.shutdownOutput();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void reset() {
		try {
			this.plain.setSoLinger(true, 0);
			this.plain.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until the server has closed, in whatever way. */
	void awaitEnd() {
		try {
			this.plain.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (SocketTimeoutException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			// a reset, or this side has closed
		}
	}

	@Override
	public void close() {
		try {
			this.plain.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
