package io.uringboot.bench.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;

/**
 * A load generator at work. Closing it ends it at once if it still runs.
 */
public final class GeneratorProcess implements AutoCloseable {

	/** Reading upload bodies before and waiting for stragglers after the load. */
	private static final Duration SLACK = Duration.ofSeconds(30);

	private final Generator generator;

	private final Load load;

	private final Process process;

	private final Path output;

	private final Path errors;

	private GeneratorProcess(Generator generator, Load load, Process process, Path output, Path errors) {
		this.generator = generator;
		this.load = load;
		this.process = process;
		this.output = output;
		this.errors = errors;
	}

	/**
	 * Starts a generator and returns at the moment it begins to count.
	 * @param children where the process is kept
	 * @param generator the generator
	 * @param load what it shall do
	 * @param pinning where it shall run
	 * @return the generator at work
	 * @throws GeneratorException if it cannot be started
	 */
	public static GeneratorProcess start(Children children, Generator generator, Load load, Pinning pinning)
			throws GeneratorException {
		GeneratorProcess process;
		try {
			Path output = load.files().folder().resolve("generator.out");
			Path errors = load.files().folder().resolve("generator.err");
			ProcessBuilder builder = new ProcessBuilder(pinning.generator(generator.command(load)))
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
				.redirectOutput(output.toFile())
				.redirectError(errors.toFile());
			process = new GeneratorProcess(generator, load, children.start(builder), output, errors);
		}
		catch (IOException ex) {
			throw new GeneratorException(generator.name() + " cannot be started: " + ex.getMessage());
		}
		try {
			process.awaitBeginning();
			return process;
		}
		catch (InterruptedException ex) {
			process.close();
			Thread.currentThread().interrupt();
			throw new GeneratorException("interrupted");
		}
	}

	/**
	 * One that ends before it begins is told of by its result.
	 */
	private void awaitBeginning() throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(this.generator.settling().toNanos());
		String line = this.generator.beginning();
		long deadline = System.nanoTime() + SLACK.toNanos();
		while (line != null && System.nanoTime() < deadline && read(this.output).lines().noneMatch(line::equals)) {
			if (this.process.waitFor(2, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
	}

	/**
	 * Waits for the end of the load.
	 * @throws GeneratorException if it does not end in time
	 */
	public void await() throws GeneratorException {
		Duration bound = Duration.ofSeconds(this.load.seconds()).plus(SLACK);
		try {
			if (!this.process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
				Children.stop(this.process);
				throw new GeneratorException(this.generator.name() + " did not end within " + bound.toSeconds() + " s");
			}
		}
		catch (InterruptedException ex) {
			Children.stop(this.process);
			Thread.currentThread().interrupt();
			throw new GeneratorException("interrupted");
		}
	}

	/**
	 * Returns what it counted.
	 * @return the counts
	 * @throws GeneratorException if it failed
	 */
	public LoadResult result() throws GeneratorException {
		try {
			LoadResult result = this.generator.parse(this.load, read(this.output));
			if (result.seconds() < 0.9 * this.load.seconds()) {
				throw new GeneratorException(this.generator.name() + " counted for " + result.seconds()
						+ " s instead of " + this.load.seconds());
			}
			return result;
		}
		catch (GeneratorException ex) {
			// gcannon also exits with 1 after answers of another status, with good
			// output.
			throw (this.process.exitValue() == 0) ? ex : new GeneratorException(
					this.generator.name() + " ended with exit code " + this.process.exitValue() + ": " + lastLine());
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			Children.stop(this.process);
		}
	}

	private String lastLine() {
		for (Path file : List.of(this.errors, this.output)) {
			List<String> lines = read(file).lines().filter((line) -> !line.isBlank()).toList();
			if (!lines.isEmpty()) {
				return lines.get(lines.size() - 1).strip();
			}
		}
		return "no output";
	}

	private static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
