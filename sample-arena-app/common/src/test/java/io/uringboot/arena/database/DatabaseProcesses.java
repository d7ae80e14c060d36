package io.uringboot.arena.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Does to the processes of a running embedded database what can happen to a database.
 */
public final class DatabaseProcesses {

	private final Path directory;

	private DatabaseProcesses(Path directory) {
		this.directory = directory;
	}

	/**
	 * The processes of the application's own database.
	 * @param database the database, which must be an embedded one
	 * @return its processes
	 */
	public static DatabaseProcesses of(Database database) {
		assertThat(database).isInstanceOf(EmbeddedDatabase.class);
		return new DatabaseProcesses(((EmbeddedDatabase) database).dataDirectory());
	}

	/**
	 * Kill all processes.
	 * @throws Exception if that fails
	 */
	public void kill() throws Exception {
		List<ProcessHandle> processes = all();
		processes.forEach(ProcessHandle::destroyForcibly);
		CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).get();
	}

	/**
	 * Start a killed server again, on the same data.
	 * @throws Exception if that fails
	 */
	public void restart() throws Exception {
		// The command line of the server that was killed, as the server itself noted it
		String command = Files.readString(this.directory.resolve("postmaster.opts")).strip();
		Files.deleteIfExists(this.directory.resolve("postmaster.pid"));
		boolean root = "root".equals(System.getProperty("user.name"));
		Process server = new ProcessBuilder("/bin/sh", "-c", "exec " + (root ? "unshare -U " : "") + command)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		await().until(() -> {
			assertThat(server.isAlive()).isTrue();
			return Files.exists(this.directory.resolve("postmaster.pid"))
					&& Files.readString(this.directory.resolve("postmaster.pid")).contains("ready");
		});
	}

	/**
	 * Stop all processes where they are: connections stay open, answers do not come.
	 * @throws Exception if that fails
	 */
	public void freeze() throws Exception {
		signal("-STOP");
	}

	/**
	 * Let all processes go on.
	 * @throws Exception if that fails
	 */
	public void thaw() throws Exception {
		signal("-CONT");
	}

	private void signal(String signal) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		all().forEach((process) -> command.add(String.valueOf(process.pid())));
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
	}

	private List<ProcessHandle> all() throws IOException {
		long pid = Long.parseLong(Files.readAllLines(this.directory.resolve("postmaster.pid")).get(0));
		ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
		return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
	}

}
