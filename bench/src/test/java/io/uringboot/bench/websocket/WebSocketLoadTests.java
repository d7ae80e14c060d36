package io.uringboot.bench.websocket;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WebSocketLoad} against a {@link FakeEcho}.
 */
class WebSocketLoadTests {

	@Test
	void countsEchoesOfAllConnectionsAndClosesThemInGoodOrder() throws Exception {
		try (FakeEcho server = new FakeEcho(false, 0)) {
			JsonNode result = load(server, 9, 4, 2);
			assertThat(result.path("responses").asLong()).isGreaterThan(36);
			assertThat(result.path("bytes").asLong()).isGreaterThanOrEqualTo(result.path("responses").asLong() * 7 - 63)
				.isLessThanOrEqualTo(result.path("responses").asLong() * 7 + 63);
			assertThat(List.of("status", "connect", "read"))
				.allSatisfy((name) -> assertThat(result.path(name).asLong()).as(name).isZero());
			assertThat(result.path("p99").asLong()).isGreaterThanOrEqualTo(result.path("p50").asLong());
			Awaitility.await().until(() -> server.closed() == 9);
		}
	}

	@Test
	void wrongEchoesAreNotCountedAsRight() throws Exception {
		try (FakeEcho server = new FakeEcho(true, 0)) {
			JsonNode result = load(server, 3, 1, 1);
			assertThat(result.path("responses").asLong()).isEqualTo(3);
			assertThat(result.path("status").asLong()).isEqualTo(3);
		}
	}

	@Test
	void brokenConnectionsAreErrors() throws Exception {
		try (FakeEcho server = new FakeEcho(false, 10)) {
			JsonNode result = load(server, 3, 1, 1);
			assertThat(result.path("read").asLong()).isEqualTo(3);
			assertThat(result.path("responses").asLong()).isBetween(27L, 30L);
		}
	}

	@Test
	void nobodyListeningIsAnErrorOfEveryConnection() throws Exception {
		FakeEcho server = new FakeEcho(false, 0);
		server.close();
		JsonNode result = load(server, 5, 1, 1);
		assertThat(result.path("connect").asLong()).isEqualTo(5);
		assertThat(result.path("responses").asLong()).isZero();
	}

	@Test
	void numbersAreBounded() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WebSocketLoad(1, 100_000, 1, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new WebSocketLoad(1, 1, 0, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new WebSocketLoad(1, 1, 1, 100_000, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new WebSocketLoad(1, 1, 1, 1, 2));
	}

	private static JsonNode load(FakeEcho server, int connections, int depth, int threads) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new WebSocketLoad(server.port(), connections, depth, 1, threads)
			.run(new PrintStream(out, true, StandardCharsets.UTF_8));
		List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
		assertThat(lines).hasSize(2).first().isEqualTo(WebSocketLoad.BEGINNING);
		return new JsonMapper().readTree(lines.get(1).substring("result: ".length()));
	}

}
