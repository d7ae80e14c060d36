package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.profile.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * Requests that arrive in pieces and ask for the end of the connection.
 */
final class FragmentSuite implements Suite {

	private static final Duration PAUSE = Duration.ofMillis(30);

	private static final String POST = "POST /baseline11?a=13&b=42 HTTP/1.1\r\n";

	@Override
	public void run(Server server, Checklist checks) {
		check(server, checks, "request line in two", "55", "GET /baseli", "ne11?a=13&b=42 HTTP/1.1\r\n",
				"Host: localhost\r\nConnection: close\r\n\r\n");
		check(server, checks, "a piece for each field", "55", "GET /baseline11?a=13&b=42 HTTP/1.1\r\n",
				"Host: localhost\r\n", "User-Agent: arena-frag/1.0\r\n", "Connection: close\r\n\r\n");
		String head = POST + "Host: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n"
				+ "Connection: close\r\n\r\n";
		check(server, checks, "body behind the head", "75", head, "20");
		check(server, checks, "body in two", "75", head, "2", "0");
		check(server, checks, "lower-case field names", "75",
				POST + "host: localhost\r\ncontent-type: text/plain\r\ncontent-length: 2\r\nconnection: close\r\n\r\n",
				"20");
	}

	private static void check(Server server, Checklist checks, String name, String sum, String... pieces) {
		checks.check(name, () -> send(server.http(), sum, pieces));
	}

	private static @Nullable String send(Origin origin, String sum, String... pieces) throws IOException {
		try (Connection connection = origin.connect()) {
			for (int i = 0; i < pieces.length; i++) {
				if (i > 0) {
					Pause.of(PAUSE);
				}
				connection.send(pieces[i].getBytes(StandardCharsets.US_ASCII));
			}
			String fault = Expectation.plainText(sum).fault(connection.read());
			return (fault == null && !connection.ends()) ? "more than one answer" : fault;
		}
	}

}
