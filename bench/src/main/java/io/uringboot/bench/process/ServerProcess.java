package io.uringboot.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Ports;

/**
 * A running server. Its output goes to a log file.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Time the kernel is given to close the listening sockets of the server before.
	 */
	private static final Duration PORT_RELEASE = Duration.ofSeconds(5);

	private static final byte[] READINESS_REQUEST = ("GET /baseline11?a=1&b=1 HTTP/1.1\r\n"
			+ "Host: localhost\r\nConnection: close\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	private final Process process;

	private final Path log;

	private final int port;

	private final long startedAt = System.nanoTime();

	private ServerProcess(Process process, Path log, int port) {
		this.process = process;
		this.log = log;
		this.port = port;
	}

	/**
	 * Starts a server and waits until it answers.
	 * @param children where the process is kept
	 * @param command the command, pinned as wanted
	 * @param environment variables added to this program's own
	 * @param log the file for its output
	 * @param port the port it must listen on
	 * @param bound the time it may take
	 * @return the running server
	 * @throws StartException if it does not come up; nothing is left running
	 */
	public static ServerProcess start(Children children, List<String> command, Map<String, String> environment,
			Path log, int port, Duration bound) throws StartException {
		if (!Connection.awaitFree(port, PORT_RELEASE)) {
			throw new StartException("port " + port + " is in use by another process");
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		ServerProcess server;
		try {
			server = new ServerProcess(children.start(builder), log, port);
		}
		catch (IOException ex) {
			throw new StartException("cannot be started: " + ex.getMessage());
		}
		try {
			server.awaitListening(bound);
			return server;
		}
		catch (StartException ex) {
			server.close();
			throw ex;
		}
	}

	/**
	 * Returns the variables by which the serve script is told how to run a twin.
	 * @param javaOptions flags of its virtual machine
	 * @param ports its ports
	 * @return the variables
	 */
	public static Map<String, String> environment(String javaOptions, Ports ports) {
		return Map.of("JAVA_OPTS", javaOptions, "PORT", Integer.toString(ports.cleartext()), "TLS_PORT",
				Integer.toString(ports.tls()));
	}

	private void awaitListening(Duration bound) throws StartException {
		while (!answers()) {
			if (!isAlive()) {
				throw new StartException("ended before it was ready: " + obituary());
			}
			if (System.nanoTime() - this.startedAt > bound.toNanos()) {
				throw new StartException(
						"no answer on port " + this.port + " after " + bound.toSeconds() + " s" + lastWords());
			}
			pause();
		}
		try {
			if (!new ProcFs().listens(pid(), this.port)) {
				throw new StartException("the process started is not the one that listens on port " + this.port
						+ ", so its processor time would say nothing");
			}
		}
		catch (IOException ex) {
			throw new StartException("ended while it was looked at: " + obituary());
		}
	}

	/**
	 * Any HTTP answer will do: whether it is right is for the check that follows.
	 */
	private boolean answers() {
		try (Connection connection = Connection.open(this.port, CONNECT_TIMEOUT)) {
			connection.send(READINESS_REQUEST);
			connection.read();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void pause() throws StartException {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartException("interrupted");
		}
	}

	/**
	 * Returns the process id.
	 * @return the id
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Returns the port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Returns the time since it was started.
	 * @return the time
	 */
	public Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.startedAt);
	}

	/**
	 * Tells whether the process runs.
	 * @return whether it does
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Tells whether the process has ended, for use after a failure: the sockets of a
	 * dying process close a moment before it is gone.
	 * @return whether it has, or does within two seconds
	 */
	public boolean hasEnded() {
		try {
			return this.process.waitFor(2, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Returns how a dead server ended, for the report.
	 * @return exit code and last line of output
	 */
	public String obituary() {
		return (isAlive() ? "still running" : "exit code " + this.process.exitValue()) + lastWords();
	}

	private String lastWords() {
		List<String> lines = logLines().stream().filter((line) -> !line.isBlank()).toList();
		return lines.isEmpty() ? ", no output" : ", last output: " + lines.get(lines.size() - 1).strip();
	}

	/**
	 * Returns what it has printed so far.
	 * @return the lines
	 */
	public List<String> logLines() {
		try {
			return new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/**
	 * Stops the server and waits for its end.
	 * @return whether it went when asked; otherwise it was killed
	 */
	public boolean stop() {
		return Children.stop(this.process);
	}

	@Override
	public void close() {
		stop();
	}

}
