package io.uringboot.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.uringboot.bench.profile.FakeArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerProcess} and {@link Children}.
 */
class ServerProcessTests {

	@TempDir
	private Path folder;

	private final int port = FakeArena.freePort();

	@Test
	void startsWaitsAndStops() throws Exception {
		ServerProcess server = start(FakeArena.command(this.port, "right"));
		try (server) {
			assertThat(server.isAlive()).isTrue();
			assertThat(server.logLines()).anyMatch((line) -> line.startsWith("Tomcat started on port"));
		}
		assertThat(server.isAlive()).isFalse();
		assertThat(server.obituary()).startsWith("exit code 143");
	}

	@Test
	void earlyEndIsTheReasonWithLastWords() {
		assertThatExceptionOfType(StartException.class)
			.isThrownBy(() -> start(List.of("sh", "-c", "echo cannot open the vault >&2; exit 3")))
			.withMessage("ended before it was ready: exit code 3, last output: cannot open the vault");
	}

	@Test
	void silenceIsTheReasonAndNothingIsLeftRunning() {
		String marker = "61." + this.port;
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> start(List.of("sleep", marker)))
			.withMessage("no answer on port " + this.port + " after 1 s, no output");
		assertThat(ProcessHandle.current().children().filter((child) -> isSleep(child, marker))).isEmpty();
	}

	@Test
	void missingCommandIsTheReason() {
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> start(List.of("/nonexistent/serve")))
			.withMessageStartingWith("cannot be started");
	}

	@Test
	void portInUseIsTheReason() throws IOException {
		try (ServerSocket other = new ServerSocket(this.port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(other.isBound()).isTrue();
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> start(List.of("sleep", "61")))
				.withMessage("port " + this.port + " is in use by another process");
		}
	}

	@Test
	void portThatIsGivenUpBeforeLongIsWaitedFor() throws Exception {
		ServerSocket other = new ServerSocket(this.port, 1, InetAddress.getLoopbackAddress());
		Thread starter = Thread.currentThread();
		Thread release = new Thread(() -> {
			while (starter.getState() != Thread.State.TIMED_WAITING && !other.isClosed()) {
				Thread.onSpinWait();
			}
			close(other);
		});
		release.start();
		try (ServerProcess server = start(FakeArena.command(this.port, "right"))) {
			assertThat(server.isAlive()).isTrue();
		}
		finally {
			other.close();
			release.join();
		}
	}

	@Test
	void listeningByAnotherProcessThanTheOneStartedIsTheReason() {
		String line = Stream.concat(FakeArena.command(this.port, "right").stream(), Stream.of("& child=$!;"))
			.reduce("", (left, right) -> left + " " + right);
		assertThatExceptionOfType(StartException.class)
			.isThrownBy(() -> start(List.of("sh", "-c", line + " trap 'kill $child' TERM; wait; wait")))
			.withMessageContaining("not the one that listens");
	}

	private ServerProcess start(List<String> command) throws StartException {
		Duration bound = command.contains("61." + this.port) ? Duration.ofSeconds(1) : Duration.ofSeconds(20);
		return ServerProcess.start(new Children(), command, Map.of(), this.folder.resolve("log"), this.port, bound);
	}

	private static void close(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isSleep(ProcessHandle child, String marker) {
		return child.info().arguments().stream().flatMap(Stream::of).anyMatch(marker::equals);
	}

}
