package io.uringboot.arena.webflux;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.uringboot.arena.serve.RunningTwin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the instructions of the Dockerfile without a container engine, as far as they go:
 * not the build itself and not the user.
 */
class DockerfileIT {

	private static final Path PROJECT = Path.of("../..");

	private static final String MODULE = "sample-arena-app/native";

	@TempDir
	private Path directory;

	@Test
	void imageIsMadeOfFixedVersionsAndRunsWithoutPrivileges() throws IOException {
		Containerfile file = read();
		assertThat(file.all("FROM")).hasSize(2)
			.allSatisfy(
					(image) -> assertThat(image).matches("eclipse-temurin:25\\.[0-9._]+-(jdk|jre)-noble( AS build)?"));
		assertThat(file.all("RUN").get(0)).contains("./mvnw").contains("-pl sample-arena-app/${TWIN} -am");
		assertThat(file.one("USER")).isNotEqualTo("root");
		assertThat(file.all("RUN")).anySatisfy((run) -> assertThat(run).contains("useradd").endsWith(file.one("USER")));
		assertThat(file.one("EXPOSE")).isEqualTo("8080 8081 8082 8443");
		assertThat(Files.readAllLines(PROJECT.resolve(".dockerignore"))).contains("**/target");
	}

	@Test
	void instructionsMakeAHealthyApplication() throws Exception {
		Containerfile file = read();
		Path build = Files.createDirectory(this.directory.resolve("build"));
		FileSystemUtils.copyRecursively(PROJECT.resolve(MODULE).resolve("target/" + jar()),
				Files.createDirectories(build.resolve(MODULE).resolve("target")).resolve(jar()));
		for (String run : file.all("RUN").subList(1, 3)) {
			assertThat(execute(build, List.of("sh", "-c", "TWIN=native; " + run))).isZero();
		}
		Path application = Files.createDirectory(this.directory.resolve("application"));
		for (String copy : file.all("COPY").stream().filter((copy) -> copy.startsWith("--from")).toList()) {
			assertThat(copy).matches("--from=build /build/extracted/[a-z-]+/ \\./");
			String source = copy.split(" ")[1].substring(1);
			FileSystemUtils.copyRecursively(this.directory.resolve(source), application);
		}
		assertThat(application.resolve("arena.jar")).exists();
		try (Stream<Path> layers = Files.list(build.resolve("extracted"))) {
			// Nothing that was extracted stays behind
			assertThat(file.all("COPY")).hasSize((int) layers.count() + 1);
		}
		List<String> healthCheck = file.command("HEALTHCHECK");
		List<String> entryPoint = file.command("ENTRYPOINT");
		assertThat(entryPoint).startsWith("java", "--enable-native-access=ALL-UNNAMED");
		try (RunningTwin running = RunningTwin.start(application, toThisJava(entryPoint))) {
			assertThat(execute(application, healthCheck, running.ports().main())).isZero();
			assertThat(running.get("/json/50").status()).isEqualTo(200);
			running.stop();
			assertThat(execute(application, healthCheck, running.ports().main())).isNotZero();
		}
	}

	@Test
	void applicationThatDoesNotAnswerIsUnhealthy() throws Exception {
		try (ServerSocket silent = new ServerSocket(0)) {
			Thread closing = new Thread(() -> {
				try {
					silent.accept().close();
				}
				catch (IOException ex) {
					// The check has failed for another reason, which the test sees
				}
			});
			closing.start();
			assertThat(execute(this.directory, read().command("HEALTHCHECK"), silent.getLocalPort())).isNotZero();
		}
	}

	private static Containerfile read() throws IOException {
		return Containerfile.read(PROJECT.resolve("Dockerfile"));
	}

	private static String jar() throws IOException {
		try (Stream<Path> files = Files.list(PROJECT.resolve(MODULE).resolve("target"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("uring-arena-native-") && name.endsWith(".jar"))
				.findFirst()
				.orElseThrow();
		}
	}

	private static int execute(Path directory, List<String> command) throws IOException, InterruptedException {
		return execute(directory, command, 0);
	}

	private static int execute(Path directory, List<String> command, int port)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
		builder.environment().put("PORT", String.valueOf(port));
		builder.environment().merge("PATH", javaHome().resolve("bin").toString(), (path, bin) -> bin + ":" + path);
		return builder.start().waitFor();
	}

	private static List<String> toThisJava(List<String> command) {
		return Stream
			.concat(Stream.of(javaHome().resolve("bin").resolve(command.get(0)).toString()), command.stream().skip(1))
			.toList();
	}

	private static Path javaHome() {
		return Path.of(System.getProperty("java.home"));
	}

}
