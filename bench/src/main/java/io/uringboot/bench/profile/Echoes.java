package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.uringboot.bench.profile.Request.Framing;

/**
 * Contents that come back as they were sent.
 */
final class Echoes {

	private static final int SIZE = 10_240;

	private Echoes() {
	}

	static List<Exchange> exchanges() {
		byte[] content = Arrays.copyOf("echo-body:".repeat(SIZE / 10 + 1).getBytes(StandardCharsets.US_ASCII), SIZE);
		return List.of(exchange("echo", Framing.LENGTH, content));
	}

	static List<Exchange> checks() {
		Random random = new Random();
		List<Exchange> checks = new ArrayList<>();
		checks.add(exchange("echo-empty", Framing.LENGTH, new byte[0]));
		for (int size : new int[] { 1, 1024, SIZE, 102_400 }) {
			checks.add(exchange("echo-" + size, Framing.LENGTH, bytes(random, size)));
		}
		for (int size : new int[] { SIZE, 102_400 }) {
			checks.add(exchange("echo-chunked-" + size, Framing.CHUNKED, bytes(random, size)));
		}
		return List.copyOf(checks);
	}

	private static Exchange exchange(String name, Framing framing, byte[] content) {
		Expectation same = (answer) -> Arrays.equals(answer.body(), content) ? null
				: "not the same " + content.length + " bytes";
		Expectation expectation = (content.length == 0) ? Expectation.status(200)
				: Expectation.ok("application/octet-stream");
		return new Exchange(name, Request.post("/echo", framing, content).ofType("application/octet-stream"),
				expectation.and(same));
	}

	private static byte[] bytes(Random random, int size) {
		byte[] bytes = new byte[size];
		random.nextBytes(bytes);
		return bytes;
	}

}
