package io.uringboot.bench.validate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * Answers that come after the time asked for, and not before.
 */
final class DelaySuite implements Suite {

	private static final int CONCURRENT = 32;

	@Override
	public void run(Server server, Checklist checks) {
		int random = server.between(10, 90);
		checks.check("GET /delay/" + random, () -> judge(random, random * 9 / 10, Integer.MAX_VALUE, server));
		checks.check("GET /delay/0", () -> judge(0, 0, Integer.MAX_VALUE, server));
		checks.check("10 ms are at least 8 and at most 2000", () -> judge(10, 8, 2000, server));
		checks.check("500 ms are at least 450", () -> judge(500, 450, Integer.MAX_VALUE, server));
		checks.check(CONCURRENT + " delays at once, each with its own answer", () -> concurrent(server));
		checks.check("500 ms take at least 300 longer than 10", () -> {
			long longer = millis(server, 500) - millis(server, 10);
			return (longer >= 300) ? null : longer + " ms longer";
		});
	}

	private static @Nullable String judge(int delay, int atLeast, int atMost, Server server) throws IOException {
		long start = System.nanoTime();
		String fault = server.http()
			.ask(Request.get("/delay/" + delay), Expectation.plainText(Integer.toString(delay)));
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
		if (fault != null) {
			return fault;
		}
		return (millis >= atLeast && millis <= atMost) ? null : "answered after " + millis + " ms";
	}

	private static long millis(Server server, int delay) throws IOException {
		long start = System.nanoTime();
		server.http().answer(Request.get("/delay/" + delay));
		return Duration.ofNanos(System.nanoTime() - start).toMillis();
	}

	private static @Nullable String concurrent(Server server) throws IOException {
		int[] delays = IntStream.generate(() -> server.between(100, 499))
			.distinct()
			.limit(CONCURRENT)
			.sorted()
			.toArray();
		List<Connection> connections = new ArrayList<>();
		List<Long> starts = new ArrayList<>();
		try {
			for (int delay : delays) {
				Connection connection = server.http().connect();
				connections.add(connection);
				starts.add(System.nanoTime());
				connection.send(Request.get("/delay/" + delay).toBytes(server.http().host()));
			}
			for (int i = 0; i < delays.length; i++) {
				String fault = Expectation.plainText(Integer.toString(delays[i])).fault(connections.get(i).read());
				long millis = Duration.ofNanos(System.nanoTime() - starts.get(i)).toMillis();
				if (fault != null || millis < delays[i] * 9L / 10) {
					return "/delay/" + delays[i] + " after " + millis + " ms" + ((fault != null) ? ": " + fault : "");
				}
			}
			return null;
		}
		finally {
			for (Connection connection : connections) {
				connection.close();
			}
		}
	}

}
