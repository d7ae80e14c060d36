package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shape of request that load generators and validators send, cut in two at every
 * octet.
 */
class SplitTests {

	private static final int BATCH = 200;

	/** {@code %s} stands for the path; the answer to each is 55 and the content. */
	private static final List<String> SHAPES = List.of("GET %s HTTP/1.1\r\nHost: localhost:8080\r\n\r\n",
			"GET %s HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: arena/1.0\r\nAccept: */*\r\n"
					+ "Accept-Encoding: gzip, br\r\n\r\n",
			"GET %s HTTP/1.1\r\nhost: localhost\r\nuser-agent: a\r\n\r\n",
			"GET %s?x=837&y=112 HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n20",
			"POST %s HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n20",
			"POST %s?x=1&y=999 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n837",
			"POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n20\r\n0\r\n\r\n",
			"POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n2\r\n1\r\n0\r\n0\r\n\r\n");

	static Stream<String> requests() {
		return SHAPES.stream()
			.flatMap((shape) -> Stream.of(shape.formatted("/p/echo/55"), shape.formatted("/s/collect/55")));
	}

	/** In place the content comes back, on the standard path with its length before. */
	private static String expected(String request) {
		String content = request.contains("837\r\n") || request.endsWith("837") ? "837"
				: request.startsWith("POST") ? "20" : "";
		return "200" + (request.contains("/s/") ? " " + content.length() + ":" + content
				: content.isEmpty() ? "" : " " + content);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void requestInThreePartsIsAnsweredAsAtOnce(String request) {
		byte[] octets = request.getBytes(StandardCharsets.US_ASCII);
		String atOnce = answer(octets, octets.length, octets.length);
		assertThat(atOnce).startsWith("HTTP/1.1 200 OK\r\n");
		for (int first = 1; first < octets.length; first++) {
			for (int second : new int[] { first, first + 1, first + 2, octets.length - 1 }) {
				assertThat(answer(octets, first, second)).as("split at %d and %d", first, second).isEqualTo(atOnce);
			}
		}
	}

	private static String answer(byte[] octets, int first, int end) {
		int second = Math.min(end, octets.length);
		try (EmbeddedCodec codec = new EmbeddedCodec(new EmbeddedRoutes())) {
			codec.receive(octets, 0, first);
			if (second > first) {
				codec.receive(octets, first, second - first);
			}
			if (octets.length > second) {
				codec.receive(octets, second, octets.length - second);
			}
			return codec.sent().replaceFirst("Date: [^\r]*", "Date");
		}
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void requestInTwoPartsOnItsOwnConnectionIsAnsweredAndEndsTheConnection(Transport transport) {
		int step = (transport == Transport.IO_URING) ? 1 : 9;
		try (TestServer server = TestServer.start(transport)) {
			List<String> requests = requests()
				.map((request) -> request.replaceFirst("\r\n", "\r\nConnection: close\r\n"))
				.toList();
			List<int[]> splits = new ArrayList<>();
			for (int i = 0; i < requests.size(); i++) {
				for (int split = 1; split < requests.get(i).length(); split += step) {
					splits.add(new int[] { i, split });
				}
			}
			for (int from = 0; from < splits.size(); from += BATCH) {
				sweep(server, requests, splits.subList(from, Math.min(from + BATCH, splits.size())));
			}
		}
	}

	/**
	 * All first parts are on their way, and mostly read, before the second ones are sent.
	 */
	private static void sweep(TestServer server, List<String> requests, List<int[]> splits) {
		List<WireClient> clients = new ArrayList<>();
		for (int[] split : splits) {
			clients.add(server.client().send(requests.get(split[0]).substring(0, split[1])));
		}
		for (int i = 0; i < clients.size(); i++) {
			clients.get(i).send(requests.get(splits.get(i)[0]).substring(splits.get(i)[1]));
		}
		for (int i = 0; i < clients.size(); i++) {
			try (WireClient client = clients.get(i)) {
				assertThat(client.summariesToTheEnd()).as("split at %d", splits.get(i)[1])
					.containsExactly(expected(requests.get(splits.get(i)[0])));
			}
		}
	}

}
