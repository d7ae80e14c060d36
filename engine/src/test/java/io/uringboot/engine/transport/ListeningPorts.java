package io.uringboot.engine.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The kernel's table of listening TCP sockets.
 */
final class ListeningPorts {

	// column values of /proc/net/tcp: the state LISTEN, and the local port at the end
	private static final String LISTEN = "0A";

	private ListeningPorts() {
	}

	/**
	 * The number of sockets that listen on a port, on whatever address.
	 * @param port the port
	 * @return the number
	 */
	static long sockets(int port) {
		String suffix = ":%04X".formatted(port);
		return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
			.flatMap(ListeningPorts::rows)
			.filter((row) -> row[1].endsWith(suffix) && row[3].equals(LISTEN))
			.count();
	}

	private static Stream<String[]> rows(String table) {
		try {
			return Files.readAllLines(Path.of(table)).stream().skip(1).map((line) -> line.strip().split("\\s+"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
