package io.uringboot.bench.websocket;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link WebSocketProbe} and {@link Latencies}.
 */
class WebSocketProbeTests {

	@Test
	void rightServerPasses() throws IOException {
		try (FakeEcho server = new FakeEcho(false, 0)) {
			probe(server).run();
			assertThat(server.closed()).isOne();
		}
	}

	@Test
	void wrongEchoIsNamed() throws IOException {
		try (FakeEcho server = new FakeEcho(true, 0)) {
			assertThatIOException().isThrownBy(() -> probe(server).run()).withMessageContaining("text not echoed");
		}
	}

	@Test
	void brokenConnectionIsAFault() throws IOException {
		try (FakeEcho server = new FakeEcho(false, 3)) {
			assertThatIOException().isThrownBy(() -> probe(server).run());
		}
	}

	@Test
	void acceptValueIsThatOfTheStandard() {
		assertThat(WebSocketConnection.accept("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
	}

	@Test
	void percentilesAreRightToThreePercent() {
		Latencies latencies = new Latencies();
		Latencies others = new Latencies();
		for (int micros = 1; micros <= 10_000; micros++) {
			((micros % 2 == 0) ? latencies : others).add(micros * 1000L);
		}
		latencies.addAll(others);
		assertThat(latencies.mean()).isEqualTo(5000.5);
		assertThat(latencies.percentile(50)).isBetween(4850L, 5000L);
		assertThat(latencies.percentile(99)).isBetween(9600L, 9900L);
		assertThat(new Latencies().percentile(50)).isZero();
	}

	private static WebSocketProbe probe(FakeEcho server) {
		return new WebSocketProbe(server.port(), Duration.ofSeconds(5));
	}

}
