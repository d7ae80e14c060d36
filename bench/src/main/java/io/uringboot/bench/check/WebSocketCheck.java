package io.uringboot.bench.check;

import java.io.IOException;
import java.time.Duration;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.WebSocketUpgrade;
import io.uringboot.bench.websocket.WebSocketProbe;
import org.jspecify.annotations.Nullable;

/**
 * Judges a WebSocket endpoint: its echoes, and that it refuses plain requests.
 */
final class WebSocketCheck {

	private final int port;

	private final String host;

	private final Duration timeout;

	WebSocketCheck(int port, String host, Duration timeout) {
		this.port = port;
		this.host = host;
		this.timeout = timeout;
	}

	@Nullable String fault() {
		try {
			new WebSocketProbe(this.port, this.timeout).run();
			return plainFault();
		}
		catch (IOException ex) {
			return "WebSocket: " + Check.describe(ex);
		}
	}

	private @Nullable String plainFault() throws IOException {
		Exchange plain = WebSocketUpgrade.plain();
		try (Connection connection = Connection.open(this.port, this.timeout)) {
			connection.send(plain.request().toBytes(this.host));
			String fault = plain.expectation().fault(connection.read());
			return (fault != null) ? "WebSocket: " + fault : null;
		}
	}

}
