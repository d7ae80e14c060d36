package io.uringboot.bench.profile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program that answers the requests of all profiles, one thread a connection, in good
 * and in bad ways.
 */
public final class FakeArena {

	private static final AtomicInteger ANSWERED = new AtomicInteger();

	private static final List<Socket> LEAKED = Collections.synchronizedList(new ArrayList<>());

	private final String manner;

	private FakeArena(String manner) {
		this.manner = manner;
	}

	/**
	 * Runs the server.
	 * @param arguments the port and the manner: {@code right}, {@code wrong} (sums),
	 * {@code dies} or {@code refuses} (both after a hundred answers), {@code leaks}
	 * (sockets)
	 */
	public static void main(String[] arguments) throws IOException {
		FakeArena arena = new FakeArena(arguments[1]);
		try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]), 4096,
				InetAddress.getLoopbackAddress())) {
			System.out.println("Tomcat started on port " + arguments[0] + " (http) in a manner of speaking");
			while (true) {
				Socket socket = server.accept();
				Thread thread = new Thread(() -> arena.serve(socket));
				thread.setDaemon(true);
				thread.start();
			}
		}
	}

	/**
	 * Returns the command that runs the server.
	 * @param port the port
	 * @param manner the manner
	 * @return the command
	 */
	public static List<String> command(int port, String manner) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-Xmx128m", "-cp", System.getProperty("java.class.path"), FakeArena.class.getName(),
				Integer.toString(port), manner);
	}

	/**
	 * Returns a port that nobody listens on at the moment.
	 * @return the port
	 */
	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(Socket socket) {
		if (this.manner.equals("leaks")) {
			LEAKED.add(socket);
		}
		try {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			OutputStream out = new BufferedOutputStream(socket.getOutputStream());
			boolean open = true;
			while (open) {
				String requestLine = line(in);
				Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
				for (String field = line(in); !field.isEmpty(); field = line(in)) {
					fields.put(field.split(": ")[0], field.split(": ")[1]);
				}
				byte[] content = content(in, fields);
				open = !"close".equals(fields.get("Connection"));
				answer(out, requestLine.split(" ")[1], content, open);
				if (in.available() == 0) {
					out.flush();
				}
			}
			out.flush();
		}
		catch (IOException ex) {
			// The client has gone.
		}
		if (!this.manner.equals("leaks")) {
			close(socket);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// Nothing to be done.
		}
	}

	private static byte[] content(InputStream in, Map<String, String> fields) throws IOException {
		if (!fields.containsKey("Transfer-Encoding")) {
			return in.readNBytes(Integer.parseInt(fields.getOrDefault("Content-Length", "0")));
		}
		byte[] content = in.readNBytes(Integer.parseInt(line(in), 16));
		line(in);
		line(in);
		line(in);
		return content;
	}

	private void answer(OutputStream out, String target, byte[] content, boolean open) throws IOException {
		int number = ANSWERED.incrementAndGet();
		if (this.manner.equals("dies") && number > 100) {
			System.out.println("out of something");
			System.exit(7);
		}
		String status = (this.manner.equals("refuses") && number > 100) ? "503 " : "200 OK";
		String more = open ? "" : "Connection: close\r\n";
		byte[] body;
		String type = "text/plain";
		if (target.startsWith("/baseline11")) {
			int sum = operands(target)
					+ ((content.length > 0) ? Integer.parseInt(new String(content, StandardCharsets.US_ASCII)) : 0)
					+ (this.manner.equals("wrong") ? 1 : 0);
			body = ascii(Integer.toString(sum));
		}
		else if (target.equals("/pipeline")) {
			body = ascii("ok");
		}
		else if (target.equals("/upload")) {
			body = ascii(Integer.toString(content.length));
		}
		else if (target.startsWith("/json/")) {
			type = "application/json";
			String[] parts = target.substring("/json/".length()).split("\\?m=");
			body = ascii(json(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
		}
		else {
			StaticFile file = file(target);
			type = MediaTypes.of(file.fileName());
			body = new byte[file.size()];
		}
		out.write(ascii("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
				+ "\r\n" + more + "\r\n"));
		out.write(body);
	}

	private static int operands(String target) {
		return Arrays.stream(target.split("[?&]"))
			.skip(1)
			.mapToInt((operand) -> Integer.parseInt(operand.substring(2)))
			.sum();
	}

	private static StaticFile file(String target) throws IOException {
		for (StaticFile file : StaticFile.values()) {
			if (target.equals("/static/" + file.fileName())) {
				return file;
			}
		}
		throw new IOException("no " + target);
	}

	static String json(int count, int multiplier) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((id) -> "{\"id\":" + id + ",\"name\":\"Name\",\"category\":\"c\",\"price\":" + id
					+ ",\"quantity\":3,\"active\":true,\"tags\":[\"t\"],\"rating\":{\"score\":1,\"count\":2},\"total\":"
					+ id * 3 * multiplier + "}")
			.collect(Collectors.joining(",", "{\"items\":[", "],\"count\":" + count + "}"));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("end");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
