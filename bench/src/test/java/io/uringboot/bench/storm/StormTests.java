package io.uringboot.bench.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.FakeArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Storm} with a fake server.
 */
class StormTests {

	private static final Limits LIMITS = new Limits(0, 1_000_000, 1_000_000);

	@TempDir
	private Path folder;

	private final int port = FakeArena.freePort();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void serverThatClosesItsSocketsPasses() throws Exception {
		assertThat(storm("right", 50, 3)).isEmpty();
		assertThat(this.out.toString(StandardCharsets.UTF_8).lines()).hasSize(5)
			.anyMatch((line) -> line.startsWith("fresh"))
			.anyMatch((line) -> line.startsWith("wave 3"));
	}

	@Test
	void leakedSocketsAreFound() throws Exception {
		assertThat(storm("leaks", 20, 1)).singleElement().asString().endsWith("sockets were not closed");
	}

	@Test
	void deathIsFound() throws Exception {
		assertThat(storm("dies", 200, 1)).first().asString().startsWith("died: exit code 7");
	}

	@Test
	void tooLowALimitOfOpenFilesIsToldBeforehand() throws Exception {
		assertThat(storm("right", 100_000_000, 1)).singleElement().asString().contains("ulimit -n");
	}

	@Test
	void serverThatDoesNotStartIsTheExitCode() {
		int exitCode = new CommandLine(new StormCommand()).execute("--server", "gone=/nonexistent/serve", "gone",
				"--out", this.folder.toString(), "--port", Integer.toString(this.port));
		assertThat(exitCode).isOne();
	}

	private List<String> storm(String manner, int connections, int waves) throws IOException, StartException {
		try (ServerProcess server = ServerProcess.start(new Children(), FakeArena.command(this.port, manner), Map.of(),
				this.folder.resolve("log"), this.port, Duration.ofSeconds(20))) {
			return new Storm(server, Duration.ofSeconds(1), new PrintStream(this.out, true, StandardCharsets.UTF_8))
				.run(connections, waves, LIMITS);
		}
	}

}
