package io.uringboot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * A connection on which requests are written as they are and responses are framed by
 * nothing but RFC 9112.
 */
final class RawConnection implements AutoCloseable {

	private static final int TIMEOUT = 10_000;

	private final Socket socket;

	private final DataInputStream in;

	private RawConnection(Socket socket) throws IOException {
		this.socket = socket;
		this.in = new DataInputStream(socket.getInputStream());
	}

	static RawConnection to(int port) {
		return to("127.0.0.1", port);
	}

	static RawConnection to(String address, int port) {
		try {
			return new RawConnection(open(address, port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Socket open(String address, int port) throws IOException {
		Socket socket = new Socket(address, port);
		socket.setSoTimeout(TIMEOUT);
		return socket;
	}

	/**
	 * Connect with TLS, trusting any certificate.
	 * @param port the port
	 * @param parameters what to offer
	 * @return the connection after the handshake
	 * @throws IOException if the handshake fails
	 */
	static RawConnection secured(int port, Consumer<SSLParameters> parameters) throws IOException {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, Certificates.trustAll(), null);
			return secured(context, port, parameters);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static RawConnection secured(SSLContext context, int port, Consumer<SSLParameters> parameters) throws IOException {
		SSLSocket socket = (SSLSocket) context.getSocketFactory()
			.createSocket(open("127.0.0.1", port), "localhost", port, true);
		SSLParameters sslParameters = socket.getSSLParameters();
		parameters.accept(sslParameters);
		socket.setSSLParameters(sslParameters);
		socket.startHandshake();
		return new RawConnection(socket);
	}

	String applicationProtocol() {
		return ((SSLSocket) this.socket).getApplicationProtocol();
	}

	X509Certificate certificate() {
		try {
			return (X509Certificate) ((SSLSocket) this.socket).getSession().getPeerCertificates()[0];
		}
		catch (SSLPeerUnverifiedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Send the header section of a request.
	 * @param lines request line and fields, without the empty line
	 * @return this
	 */
	RawConnection send(String... lines) {
		return sendBytes(String.join("\r\n", lines) + "\r\n\r\n");
	}

	RawConnection sendBytes(String bytes) {
		return sendBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

	RawConnection sendBytes(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read the next response.
	 * @return the response
	 */
	RawResponse response() {
		try {
			String statusLine = line();
			List<String> fields = new ArrayList<>();
			for (String line = line(); !line.isEmpty(); line = line()) {
				fields.add(line);
			}
			RawResponse head = new RawResponse(statusLine, Collections.unmodifiableList(fields), new byte[0]);
			return new RawResponse(statusLine, head.fields(), body(head));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] body(RawResponse head) throws IOException {
		if (head.status() < 200 || head.status() == 204 || head.status() == 304) {
			return new byte[0];
		}
		if (head.values("Transfer-Encoding").contains("chunked")) {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			for (int size = chunkSize(); size > 0; size = chunkSize()) {
				body.write(this.in.readNBytes(size));
				line();
			}
			line();
			return body.toByteArray();
		}
		return this.in.readNBytes(Integer.parseInt(head.values("Content-Length").get(0)));
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (char octet = octet(); octet != '\n'; octet = octet()) {
			if (octet != '\r') {
				line.append(octet);
			}
		}
		return line.toString();
	}

	private char octet() throws IOException {
		return (char) this.in.readUnsignedByte();
	}

	/**
	 * Read until the server closes.
	 * @return what came, as Latin-1
	 */
	String readToEnd() {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			this.in.transferTo(all);
		}
		catch (SocketTimeoutException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			// A reset is an end too.
		}
		return all.toString(StandardCharsets.ISO_8859_1);
	}

	byte[] bytes(int length) {
		try {
			return this.in.readNBytes(length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Wait for the server to close.
	 * @return whether nothing came before the end
	 */
	boolean isClosedByPeer() {
		try {
			return this.in.read() == -1;
		}
		catch (IOException ex) {
			return !(ex instanceof SocketTimeoutException);
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
