package io.uringboot.bench.storm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * Opens many connections at once, uses every one and resets them all: a third of them
 * idle, a third with an answer under way, a third with a request half sent.
 */
final class Wave {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private static final Expectation EXPECTATION = Expectation.plainText("55");

	private final int port;

	private final byte[] request;

	private final byte[] half;

	Wave(int port) {
		this.port = port;
		this.request = ("GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		this.half = ("POST /upload HTTP/1.1\r\nHost: localhost:" + port
				+ "\r\nContent-Length: 100000\r\n\r\nhalf of it")
			.getBytes(StandardCharsets.US_ASCII);
	}

	void run(int connections) throws IOException {
		List<Connection> open = new ArrayList<>(connections);
		try {
			for (int i = 0; i < connections; i++) {
				open.add(Connection.open(this.port, TIMEOUT));
			}
			for (Connection connection : open) {
				connection.send(this.request);
			}
			for (Connection connection : open) {
				String fault = EXPECTATION.fault(connection.read());
				if (fault != null) {
					throw new IOException("wrong answer: " + fault);
				}
			}
			for (int i = 0; i + 1 < connections; i += 3) {
				open.get(i).send(this.request);
				open.get(i + 1).send(this.half);
			}
		}
		catch (IOException ex) {
			throw new IOException("with " + open.size() + " connections open: " + ex.getMessage(), ex);
		}
		finally {
			for (Connection connection : open) {
				connection.reset();
			}
		}
	}

	/**
	 * Asks once on a connection of its own, closed in good order.
	 * @return what is wrong, {@code null} if all is well
	 */
	@Nullable String health() {
		try (Connection connection = Connection.open(this.port, TIMEOUT)) {
			connection.send(this.request);
			return EXPECTATION.fault(connection.read());
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
