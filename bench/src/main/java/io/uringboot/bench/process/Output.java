package io.uringboot.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a short command printed on both of its streams.
 *
 * @param exitCode its exit code, -1 if it did not start or did not end in time
 * @param text its output
 */
public record Output(int exitCode, String text) {

	/**
	 * Runs a command.
	 * @param command the command
	 * @param directory where to run it
	 * @param bound the time it may take
	 * @return the output; never throws, as a missing command is an answer too
	 */
	public static Output of(List<String> command, Path directory, Duration bound) {
		try {
			Process process = new ProcessBuilder(command).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
				.start();
			CompletableFuture<byte[]> bytes = CompletableFuture.supplyAsync(() -> readAll(process));
			if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
				process.destroyForcibly();
				return new Output(-1, "");
			}
			return new Output(process.exitValue(), new String(bytes.join(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			return new Output(-1, "");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Output(-1, "");
		}
	}

	private static byte[] readAll(Process process) {
		try {
			return process.getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			return new byte[0];
		}
	}

}
