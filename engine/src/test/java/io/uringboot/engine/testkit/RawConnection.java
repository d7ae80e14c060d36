package io.uringboot.engine.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blocking TCP connection to a server on the loopback interface, which sends bytes as
 * given and reads HTTP/1.1 responses as they come. Reads give up after ten seconds.
 */
public final class RawConnection implements AutoCloseable {

	private static final int READ_TIMEOUT_MILLIS = 10_000;

	private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");

	private final Socket socket;

	private RawConnection(Socket socket) {
		this.socket = socket;
	}

	/**
	 * Connects.
	 * @param port the server's port
	 * @return the connection
	 * @throws UncheckedIOException if nobody listens there
	 */
	public static RawConnection to(int port) {
		try {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
			socket.setTcpNoDelay(true);
			socket.setSoTimeout(READ_TIMEOUT_MILLIS);
			return new RawConnection(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends text as Latin-1.
	 * @param text the text
	 * @return this
	 */
	public RawConnection send(String text) {
		return send(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * Sends bytes.
	 * @param bytes the bytes
	 * @return this
	 */
	public RawConnection send(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends a GET request and reads the response.
	 * @param target the request target
	 * @return the response
	 */
	public Response get(String target) {
		return send("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(target)).readResponse();
	}

	/**
	 * Reads a response that has a {@code Content-Length}, or no body if it has none.
	 * @return the response
	 * @throws UncheckedIOException if the server closes before its end
	 */
	public Response readResponse() {
		try {
			InputStream in = this.socket.getInputStream();
			ByteArrayOutputStream head = new ByteArrayOutputStream();
			while (!endsWithEmptyLine(head)) {
				head.write(required(in.read()));
			}
			String text = head.toString(StandardCharsets.ISO_8859_1);
			Matcher length = CONTENT_LENGTH.matcher(text.toLowerCase(Locale.ROOT));
			byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
			return new Response(text, new String(body, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads what is there, and waits if nothing is.
	 * @return at least one octet, as Latin-1
	 * @throws UncheckedIOException if the server closes
	 */
	public String readSome() {
		try {
			byte[] octets = new byte[8192];
			int count = this.socket.getInputStream().read(octets);
			required(count);
			return new String(octets, 0, count, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads until the server closes.
	 * @return what came, as Latin-1
	 */
	public String readToEnd() {
		try {
			return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for the end of the connection, by whatever way the server ends it.
	 * @return whether nothing came before: it was closed, or reset
	 */
	public boolean endsWithoutAnswer() {
		try {
			return readToEnd().isEmpty();
		}
		catch (UncheckedIOException ex) {
			return ex.getCause() instanceof SocketException;
		}
	}

	/**
	 * Closes with a reset instead of an orderly end.
	 */
	public void reset() {
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

	private static boolean endsWithEmptyLine(ByteArrayOutputStream head) {
		return head.size() >= 4 && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
	}

	private static int required(int octet) throws IOException {
		if (octet == -1) {
			throw new IOException("The server closed before the end of the response");
		}
		return octet;
	}

	/**
	 * A response.
	 *
	 * @param head the status line and the header section with the empty line
	 * @param body the body, as UTF-8
	 */
	public record Response(String head, String body) {

		/**
		 * The status code.
		 * @return the code
		 */
		public int status() {
			return Integer.parseInt(this.head.split(" ")[1].strip());
		}

	}

}
