package io.uringboot.arena.cache;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of a Redis server as a cache needs, in RESP2: keys with values that do not
 * expire, and a note of the time to live that each was set with.
 */
public final class RespServer implements AutoCloseable {

	private final ServerSocket listening;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final Map<String, String> values = new ConcurrentHashMap<>();

	private final Map<String, Long> timesToLive = new ConcurrentHashMap<>();

	/**
	 * Listen on a free port.
	 * @throws IOException if there is none
	 */
	public RespServer() throws IOException {
		this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.listening.getLocalPort();
	}

	/**
	 * The values by their keys.
	 * @return a view that may be changed
	 */
	public Map<String, String> values() {
		return this.values;
	}

	/**
	 * The time to live that a key was last set with.
	 * @param key the key
	 * @return milliseconds, or {@code null} if it was set without
	 */
	public Long timeToLive(String key) {
		return this.timesToLive.get(key);
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket connection = this.listening.accept();
			this.connections.add(connection);
			start(() -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException {
		DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
		OutputStream out = connection.getOutputStream();
		while (true) {
			String[] command = new String[Integer.parseInt(line(in).substring(1))];
			for (int i = 0; i < command.length; i++) {
				byte[] argument = in.readNBytes(Integer.parseInt(line(in).substring(1)));
				command[i] = new String(argument, StandardCharsets.UTF_8);
				line(in);
			}
			out.write(answer(command).getBytes(StandardCharsets.UTF_8));
			out.flush();
		}
	}

	private String answer(String[] command) {
		return switch (command[0].toUpperCase(Locale.ROOT)) {
			case "GET" -> bulk(this.values.get(command[1]));
			case "SET" -> set(command);
			case "DEL" -> ":" + ((this.values.remove(command[1]) != null) ? 1 : 0) + "\r\n";
			case "PING" -> "+PONG\r\n";
			default -> "-ERR unknown command '" + command[0] + "'\r\n";
		};
	}

	private String set(String[] command) {
		this.values.put(command[1], command[2]);
		this.timesToLive.remove(command[1]);
		if (command.length == 5 && command[3].equalsIgnoreCase("PX")) {
			this.timesToLive.put(command[1], Long.valueOf(command[4]));
		}
		return "+OK\r\n";
	}

	private static String bulk(String value) {
		return (value != null) ? "$" + value.getBytes(StandardCharsets.UTF_8).length + "\r\n" + value + "\r\n"
				: "$-1\r\n";
	}

	private static String line(DataInputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		while (true) {
			char octet = (char) in.readByte();
			if (octet == '\n') {
				return line.substring(0, line.length() - 1);
			}
			line.append(octet);
		}
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// Closed, by whichever side
			}
		}, "resp-server");
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
