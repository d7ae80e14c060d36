package io.uringboot.arena.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code bench/serve} with a real twin, already built.
 */
public abstract class ServeContract {

	private static final Path PROJECT = Path.of("../..");

	private static final int TERMINATED = 128 + 15;

	private final String twin;

	/**
	 * Create the contract.
	 * @param twin the argument of {@code bench/serve}
	 */
	protected ServeContract(String twin) {
		this.twin = twin;
	}

	/**
	 * Where all JDKs are too old for the twin, the script says so and that is all.
	 */
	@BeforeEach
	void assumeThatTheJavaIsRecentEnough() throws IOException {
		ProcessBuilder builder = new ProcessBuilder("bench/serve", this.twin).directory(PROJECT.toFile());
		builder.environment().put("PORT", "none");
		String output = new String(builder.redirectErrorStream(true).start().getInputStream().readAllBytes(),
				StandardCharsets.UTF_8);
		assertThat(output).containsAnyOf("PORT is 'none'", "needs JDK");
		assumeThat(output).doesNotContain("needs JDK");
	}

	@Test
	void scriptBecomesOneJavaProcessThatServes() throws Exception {
		try (RunningTwin running = RunningTwin.start(PROJECT, List.of("bench/serve", this.twin))) {
			assertThat(running.process().info().command())
				.hasValueSatisfying((java) -> assertThat(java).endsWith("java"));
			assertThat(running.process().descendants()).isEmpty();
			for (int port : running.ports().all()) {
				// The main port opens first
				await().atMost(Duration.ofMinutes(1))
					.ignoreExceptions()
					.untilAsserted(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
			}
			assertThat(running.get("/json/50").status()).isEqualTo(200);
			assertThat(running.get("/static/vendor.js").body()).hasSize(307_200);
			assertThat(running.stop()).isEqualTo(TERMINATED);
		}
	}

}
