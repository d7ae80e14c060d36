package io.uringboot.bench.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that sends octets and reads answers one by one.
 */
final class Client implements AutoCloseable {

	private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	Client(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(10_000);
		this.in = this.socket.getInputStream();
		this.out = this.socket.getOutputStream();
	}

	void send(String octets) throws IOException {
		this.out.write(octets.getBytes(StandardCharsets.US_ASCII));
	}

	/** The next answer, with the date taken out. */
	String answer() throws IOException {
		StringBuilder answer = new StringBuilder();
		while (answer.indexOf("\r\n\r\n") < 0) {
			answer.append((char) octet());
		}
		Matcher length = CONTENT_LENGTH.matcher(answer);
		for (int left = length.find() ? Integer.parseInt(length.group(1)) : 0; left > 0; left--) {
			answer.append((char) octet());
		}
		return answer.toString().replaceFirst("(?i)(\r\ndate: )[^\r]{29}\r\n", "$1...\r\n");
	}

	String content() throws IOException {
		String answer = answer();
		return answer.substring(answer.indexOf("\r\n\r\n") + 4);
	}

	boolean isAtEnd() throws IOException {
		return this.in.read() < 0;
	}

	private int octet() throws IOException {
		int octet = this.in.read();
		if (octet < 0) {
			throw new IOException("connection closed");
		}
		return octet;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
