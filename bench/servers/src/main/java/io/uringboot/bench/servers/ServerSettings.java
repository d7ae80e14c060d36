package io.uringboot.bench.servers;

import java.util.Locale;
import java.util.Map;

import io.uringboot.engine.transport.Transport;

/**
 * Where and on what a server runs.
 *
 * @param transport the transport, with no falling back: a comparison must know what it
 * compares
 * @param port the port, 0 for any free one
 * @param loops the number of event loops
 */
record ServerSettings(Transport transport, int port, int loops) {

	/**
	 * Settings from the environment: {@code PORT} (8080), {@code TRANSPORT} (io_uring,
	 * epoll or nio; io_uring) and {@code LOOPS} (one per available processor).
	 */
	static ServerSettings of(Map<String, String> environment) {
		String processors = Integer.toString(Runtime.getRuntime().availableProcessors());
		return new ServerSettings(
				Transport.valueOf(environment.getOrDefault("TRANSPORT", "io_uring").toUpperCase(Locale.ROOT)),
				Integer.parseInt(environment.getOrDefault("PORT", "8080")),
				Integer.parseInt(environment.getOrDefault("LOOPS", processors)));
	}

	/** The line that a started server prints. */
	String announcement(String server, int boundPort) {
		return "%s listens on port %d (%s, %d loops)".formatted(server, boundPort,
				this.transport.name().toLowerCase(Locale.ROOT), this.loops);
	}

}
