package io.uringboot.engine.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class in a JVM of its own with this one's class path, under restrictions
 * that a running JVM cannot put on itself, or not without harm to other tests.
 */
public final class ForkedJvm {

	private static final int TIMEOUT_SECONDS = 90;

	private static final String LOGGING = "logback.configurationFile";

	private final Class<?> main;

	private final List<String> arguments = new ArrayList<>();

	private final List<String> jvmArguments = new ArrayList<>(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1",
			"-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));

	private String classPath = System.getProperty("java.class.path");

	private final List<String> commandPrefix = new ArrayList<>();

	private ForkedJvm(Class<?> main) {
		this.main = main;
		String logging = System.getProperty(LOGGING);
		if (logging != null) {
			withJvmArguments("-D%s=%s".formatted(LOGGING, logging));
		}
	}

	/**
	 * Starts the description of a run.
	 * @param main the class whose main method is run
	 * @return the description
	 */
	public static ForkedJvm of(Class<?> main) {
		return new ForkedJvm(main);
	}

	/**
	 * Lets the kernel refuse all of io_uring by a seccomp filter, as in containers. JNA
	 * has to be on the class path.
	 * @return this
	 */
	public ForkedJvm withIoUringBlocked() {
		return withJvmArguments("-D%s=all".formatted(Launcher.BLOCK_IO_URING));
	}

	/**
	 * Lets the kernel create rings but not work on them. JNA has to be on the class path.
	 * @return this
	 */
	public ForkedJvm withIoUringEnterBlocked() {
		return withJvmArguments("-D%s=enter".formatted(Launcher.BLOCK_IO_URING));
	}

	/**
	 * Limits the number of open files.
	 * @param limit the soft and hard limit
	 * @return this
	 */
	public ForkedJvm withOpenFileLimit(int limit) {
		return under("sh", "-c", "ulimit -n \"$0\" && exec \"$@\"", "" + limit);
	}

	/**
	 * Limits locked memory, and takes the capability to ignore the limit.
	 * @param kilobytes the soft and hard limit
	 * @return this
	 */
	public ForkedJvm withMemoryLockLimit(int kilobytes) {
		under("sh", "-c", "ulimit -l \"$0\" && exec \"$@\"", "" + kilobytes);
		// Only root has the capability.
		return System.getProperty("user.name").equals("root")
				? under("setpriv", "--inh-caps=-ipc_lock", "--bounding-set=-ipc_lock") : this;
	}

	private ForkedJvm under(String... command) {
		this.commandPrefix.addAll(List.of(command));
		return this;
	}

	/**
	 * Takes jars off the class path.
	 * @param fileNamePart what the file names of the jars contain
	 * @return this
	 */
	public ForkedJvm withoutJars(String fileNamePart) {
		List<String> entries = new ArrayList<>(List.of(this.classPath.split(File.pathSeparator)));
		if (!entries.removeIf((entry) -> Path.of(entry).getFileName().toString().contains(fileNamePart))) {
			throw new IllegalArgumentException("No %s in %s".formatted(fileNamePart, entries));
		}
		this.classPath = String.join(File.pathSeparator, entries);
		return this;
	}

	/**
	 * Puts a directory with classes or a jar on the class path, before all others.
	 * @param entry the directory or jar
	 * @return this
	 */
	public ForkedJvm withClassPathEntry(Path entry) {
		this.classPath = entry + File.pathSeparator + this.classPath;
		return this;
	}

	/**
	 * Adds JVM arguments, system properties for instance.
	 * @param arguments the arguments
	 * @return this
	 */
	public ForkedJvm withJvmArguments(String... arguments) {
		this.jvmArguments.addAll(List.of(arguments));
		return this;
	}

	/**
	 * Adds arguments of the main method.
	 * @param arguments the arguments
	 * @return this
	 */
	public ForkedJvm withArguments(String... arguments) {
		this.arguments.addAll(List.of(arguments));
		return this;
	}

	/**
	 * Runs to the end. A JVM that does not end within 90 seconds is killed.
	 * @return the result
	 */
	public Result run() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
		try {
			process.getOutputStream().close();
			CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()));
			if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("%s is still running:%n%s".formatted(this.main, output.join()));
			}
			return new Result(process.exitValue(), output.join());
		}
		finally {
			process.destroyForcibly();
		}
	}

	private List<String> command() {
		List<String> command = new ArrayList<>(this.commandPrefix);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.jvmArguments);
		command.addAll(List.of("-cp", this.classPath, Launcher.class.getName(), this.main.getName()));
		command.addAll(this.arguments);
		return command;
	}

	private static String readAll(InputStream in) {
		try {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/**
	 * The result of a run.
	 *
	 * @param exitCode the exit code
	 * @param output what it wrote to standard output and standard error
	 */
	public record Result(int exitCode, String output) {

	}

}
