package io.uringboot.arena.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.uringboot.arena.contract.Answer;
import io.uringboot.arena.contract.ArenaClient;
import org.awaitility.Awaitility;

/**
 * A twin in a process of its own, on free ports.
 */
public final class RunningTwin implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Ports ports;

	private final Process process;

	private RunningTwin(Ports ports, Process process) {
		this.ports = ports;
		this.process = process;
	}

	/**
	 * Start a twin and wait until it answers.
	 * @param directory the folder to run the command in
	 * @param command the command
	 * @return the running twin
	 * @throws IOException if the command cannot be run
	 */
	public static RunningTwin start(Path directory, List<String> command) throws IOException {
		Ports ports = Ports.findFree();
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
		ports.addTo(builder);
		// Not the folder of the user who runs the tests
		builder.environment().put("ARENA_GENERATED_DIR", Path.of("target/generated-files").toAbsolutePath().toString());
		RunningTwin twin = new RunningTwin(ports, builder.start());
		try {
			twin.awaitAnswer();
			return twin;
		}
		catch (RuntimeException | Error ex) {
			twin.close();
			throw ex;
		}
	}

	private void awaitAnswer() {
		Awaitility.await().atMost(PATIENCE).ignoreExceptionsInstanceOf(UncheckedIOException.class).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The process ended with status " + this.process.exitValue());
			}
			return get("/baseline11?a=13&b=42").text().equals("55");
		});
	}

	/**
	 * Send a {@code GET} request to the main port.
	 * @param target the request target
	 * @return the answer
	 */
	public Answer get(String target) {
		return new ArenaClient(this.ports.main()).get(target);
	}

	/**
	 * Return the ports.
	 * @return the ports the twin was told
	 */
	public Ports ports() {
		return this.ports;
	}

	/**
	 * Return the process.
	 * @return the process that the command became
	 */
	public Process process() {
		return this.process;
	}

	/**
	 * Ask the twin to end, as a service manager does.
	 * @return its exit status
	 * @throws InterruptedException if the wait is interrupted
	 */
	public int stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("The process does not end");
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * The ports of a twin.
	 *
	 * @param main HTTP/1.1
	 * @param tls HTTP/1.1 over TLS
	 * @param h2c HTTP/2 without TLS
	 * @param h2 HTTP/2 over TLS
	 */
	public record Ports(int main, int tls, int h2c, int h2) {

		static Ports findFree() throws IOException {
			// Open together, so that all differ
			try (ServerSocket main = open();
					ServerSocket tls = open();
					ServerSocket h2c = open();
					ServerSocket h2 = open()) {
				return new Ports(main.getLocalPort(), tls.getLocalPort(), h2c.getLocalPort(), h2.getLocalPort());
			}
		}

		/**
		 * Return all ports.
		 * @return the four ports
		 */
		public List<Integer> all() {
			return List.of(this.main, this.tls, this.h2c, this.h2);
		}

		void addTo(ProcessBuilder builder) {
			builder.environment().put("PORT", String.valueOf(this.main));
			builder.environment().put("TLS_PORT", String.valueOf(this.tls));
			builder.environment().put("H2C_PORT", String.valueOf(this.h2c));
			builder.environment().put("H2_PORT", String.valueOf(this.h2));
		}

		private static ServerSocket open() throws IOException {
			return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		}

	}

}
