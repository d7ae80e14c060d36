package io.uringboot.arena.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends HTTP/1.1 requests byte by byte as they are given. Every request says
 * {@code Connection: close} and every answer is read to the end of the connection, as the
 * arena's validation does, so that a server which does not close fails.
 */
public final class ArenaClient {

	private static final Duration PAUSE = Duration.ofMillis(30);

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final int port;

	/**
	 * Create a client.
	 * @param port the port on this machine to connect to
	 */
	public ArenaClient(int port) {
		this.port = port;
	}

	/**
	 * Send a {@code GET} request.
	 * @param target the request target
	 * @param fields further header fields, each {@code name: value}
	 * @return the answer
	 */
	public Answer get(String target, String... fields) {
		return request("GET", target, fields);
	}

	/**
	 * Send a request without a body.
	 * @param method the method
	 * @param target the request target
	 * @param fields further header fields, each {@code name: value}
	 * @return the answer
	 */
	public Answer request(String method, String target, String... fields) {
		return send(head(method, target, fields));
	}

	/**
	 * Send a {@code POST} request with a {@code Content-Length}.
	 * @param target the request target
	 * @param body the body
	 * @param fields further header fields, each {@code name: value}
	 * @return the answer
	 */
	public Answer post(String target, String body, String... fields) {
		String[] all = new String[fields.length + 1];
		System.arraycopy(fields, 0, all, 1, fields.length);
		all[0] = "Content-Length: " + body.length();
		return send(head("POST", target, all) + body);
	}

	/**
	 * Send bytes in fragments, with a pause between them that makes each arrive alone.
	 * @param fragments the fragments
	 * @return the answer
	 */
	public Answer send(String... fragments) {
		return exchange((out) -> {
			for (int i = 0; i < fragments.length; i++) {
				if (i > 0) {
					LockSupport.parkNanos(PAUSE.toNanos());
				}
				out.write(fragments[i].getBytes(StandardCharsets.ISO_8859_1));
			}
		});
	}

	/**
	 * Write a request and read the answer.
	 * @param writer writes the request
	 * @return the answer
	 */
	Answer exchange(RequestWriter writer) {
		try (Socket socket = connect()) {
			writer.writeTo(socket.getOutputStream());
			return Answer.parse(socket.getInputStream().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setTcpNoDelay(true);
		socket.setSoTimeout((int) TIMEOUT.toMillis());
		return socket;
	}

	static String head(String method, String target, String... fields) {
		StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String field : fields) {
			head.append(field).append("\r\n");
		}
		return head.append("Connection: close\r\n\r\n").toString();
	}

	@FunctionalInterface
	interface RequestWriter {

		void writeTo(OutputStream out) throws IOException;

	}

}
