package io.uringboot.arena.serve;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
			Path folder = folder(running);
			assertThat(folder).isDirectory();
			for (int port : running.ports().all()) {
				// The main port opens first
				await().atMost(Duration.ofMinutes(1))
					.ignoreExceptions()
					.untilAsserted(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
			}
			assertThat(running.get("/json/50").status()).isEqualTo(200);
			assertThat(running.get("/static/vendor.js").body()).hasSize(307_200);
			assertThat(running.get("/async-db?limit=7").text()).contains("\"count\":7");
			assertThat(running.stop()).isEqualTo(TERMINATED);
			assertThat(folder).doesNotExist();
		}
	}

	@Test
	void killedTwinLeavesNoDatabaseBehind() throws Exception {
		try (RunningTwin running = RunningTwin.start(PROJECT, List.of("bench/serve", this.twin))) {
			Path folder = folder(running);
			// The fourth line of its lock file
			int port = Integer.parseInt(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3));
			running.process().destroyForcibly();
			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
				assertThat(folder).doesNotExist();
				assertThatExceptionOfType(ConnectException.class)
					.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
			});
		}
	}

	/**
	 * The only process beside the twin is the shell that ends its database, whose last
	 * argument is the folder of the database.
	 */
	private static Path folder(RunningTwin running) {
		List<ProcessHandle> processes = running.process().descendants().toList();
		assertThat(processes).hasSize(1);
		String[] arguments = processes.get(0).info().arguments().orElseThrow();
		return Path.of(arguments[arguments.length - 1]);
	}

}
