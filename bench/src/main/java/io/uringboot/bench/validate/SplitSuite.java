package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.profile.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * Requests in two pieces, split at every byte.
 */
final class SplitSuite implements Suite {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final int BATCH = 384;

	@Override
	public void run(Server server, Checklist checks) {
		int a = server.between(100, 999);
		int b = server.between(100, 999);
		int body = server.between(100, 999);
		shapes(a, b, body).forEach((name, shape) -> checks.check(name + ", split at each of its bytes",
				() -> sweep(server.http(), shape.request(), shape.sum())));
	}

	private static Map<String, Shape> shapes(int a, int b, int body) {
		String get = "GET /baseline11?a=13&b=42 HTTP/1.1\r\n";
		String post = "POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
		String chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
		Map<String, Shape> shapes = new LinkedHashMap<>();
		shapes.put("GET", new Shape(get + "Host: localhost\r\nConnection: close\r\n\r\n", 55));
		shapes.put("GET with more fields", new Shape(get + "Host: localhost\r\nUser-Agent: arena-frag/1.0\r\n"
				+ "Accept: */*\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n", 55));
		shapes.put("GET with lower-case fields",
				new Shape(get + "host: localhost\r\naccept: */*\r\nconnection: close\r\n\r\n", 55));
		shapes.put("GET of random numbers", new Shape(
				"GET /baseline11?a=" + a + "&b=" + b + " HTTP/1.1\r\n" + "Host: localhost\r\nConnection: close\r\n\r\n",
				a + b));
		shapes.put("POST", new Shape(post + "Content-Length: 2\r\n\r\n20", 75));
		shapes.put("POST with a lower-case length", new Shape(post + "content-length: 2\r\n\r\n20", 75));
		shapes.put("POST of random numbers",
				new Shape(
						"POST /baseline11?a=" + a + "&b=" + b + " HTTP/1.1\r\n"
								+ "Host: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\n" + body,
						a + b + body));
		shapes.put("POST of one chunk", new Shape(chunked + "2\r\n20\r\n0\r\n\r\n", 75));
		shapes.put("POST of two chunks", new Shape(chunked + "1\r\n2\r\n1\r\n0\r\n0\r\n\r\n", 75));
		return shapes;
	}

	private static @Nullable String sweep(Origin origin, byte[] request, int sum) throws IOException {
		for (int from = 1; from < request.length; from += BATCH) {
			String fault = batch(origin, request, from, Math.min(from + BATCH, request.length), sum);
			if (fault != null) {
				return fault;
			}
		}
		return null;
	}

	private static @Nullable String batch(Origin origin, byte[] request, int from, int to, int sum) throws IOException {
		List<Connection> connections = new ArrayList<>();
		try {
			for (int split = from; split < to; split++) {
				Connection connection = origin.connect();
				connections.add(connection);
				connection.send(Arrays.copyOf(request, split));
			}
			Pause.of(PAUSE);
			for (int split = from; split < to; split++) {
				connections.get(split - from).send(Arrays.copyOfRange(request, split, request.length));
			}
			for (int split = from; split < to; split++) {
				String fault = judge(connections.get(split - from), sum);
				if (fault != null) {
					return "split behind byte " + split + ": " + fault;
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

	private static @Nullable String judge(Connection connection, int sum) {
		try {
			String fault = Expectation.plainText(Integer.toString(sum)).fault(connection.read());
			return (fault == null && !connection.ends()) ? "more than one answer" : fault;
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private record Shape(byte[] request, int sum) {

		Shape(String request, int sum) {
			this(request.getBytes(StandardCharsets.US_ASCII), sum);
		}

	}

}
