package io.uringboot.bench.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are reset after ten requests, and what the server keeps of them.
 */
final class ReconnectSuite implements Suite {

	private static final int CONNECTIONS = 500;

	private static final int REQUESTS = 10;

	private static final Duration SETTLING = Duration.ofSeconds(10);

	@Override
	public void run(Server server, Checklist checks) {
		ProcFs proc = new ProcFs();
		long pid = server.process().pid();
		checks.check(CONNECTIONS + " connections reset after " + REQUESTS + " requests: no descriptor, no log line",
				() -> {
					int lines = server.process().logLines().size();
					int sockets = proc.descriptors(pid).sockets();
					String fault = storm(server);
					if (fault != null) {
						return fault;
					}
					long deadline = System.nanoTime() + SETTLING.toNanos();
					while (proc.descriptors(pid).sockets() > sockets && System.nanoTime() < deadline) {
						Pause.of(Duration.ofMillis(50));
					}
					int left = proc.descriptors(pid).sockets() - sockets;
					int said = server.process().logLines().size() - lines;
					return (left > 0 || said > 0) ? left + " sockets more and " + said + " lines in the log" : null;
				});
	}

	private static @Nullable String storm(Server server) throws IOException {
		for (int i = 0; i < CONNECTIONS; i++) {
			int a = server.between(1, 9999);
			Request request = Request.get("/baseline11?a=" + a + "&b=" + i);
			ByteArrayOutputStream batch = new ByteArrayOutputStream();
			for (int j = 0; j < REQUESTS; j++) {
				batch.writeBytes(request.toBytes(server.http().host()));
			}
			try (Connection connection = server.http().connect()) {
				connection.send(batch.toByteArray());
				for (int j = 0; j < REQUESTS; j++) {
					String fault = Expectation.plainText(Integer.toString(a + i)).fault(connection.read());
					if (fault != null) {
						return fault;
					}
				}
				connection.reset();
			}
		}
		return null;
	}

}
