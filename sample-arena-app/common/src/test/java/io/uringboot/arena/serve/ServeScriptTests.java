package io.uringboot.arena.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code bench/serve} in a project of stand-ins: its Maven notes that it was
 * called, its Java prints its arguments.
 */
class ServeScriptTests {

	private static final Path SCRIPT = Path.of("../../bench/serve");

	private static final String[] MODULES = { ".", "engine", "autoconfigure", "starter", "sample-arena-app",
			"sample-arena-app/common", "sample-arena-app/native", "sample-arena-app/stock", "bench/peers/vertx",
			"bench/peers/quarkus" };

	@TempDir
	private Path project;

	private final Map<String, String> environment = new TreeMap<>(
			Map.of("PORT", "0", "TLS_PORT", "0", "H2C_PORT", "0", "H2_PORT", "0"));

	@BeforeEach
	void layOutProject() throws IOException {
		for (String module : MODULES) {
			Files.createDirectories(this.project.resolve(module).resolve("src/main/java"));
			Files.writeString(this.project.resolve(module).resolve("pom.xml"), "<version>1.0</version>");
		}
		executable("bench/serve", Files.readString(SCRIPT));
		executable("mvnw", """
				#!/bin/sh
				echo "$@" >> builds
				mkdir -p sample-arena-app/native/target sample-arena-app/stock/target
				for twin in native stock; do
					jar=sample-arena-app/$twin/target/uring-arena-$twin-1.0.jar
					touch -d '2001-01-01' $jar
					touch $jar.original
				done
				mkdir -p bench/peers/vertx/target bench/peers/quarkus/target/quarkus-app
				touch -d '2001-01-01' bench/peers/vertx/target/uring-bench-peer-vertx-1.0.jar
				touch -d '2001-01-01' bench/peers/quarkus/target/quarkus-app/quarkus-run.jar
				""");
		installJava("25.0.3");
	}

	@Test
	void builtTwinReplacesTheScript() throws Exception {
		this.environment.put("JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC");
		Result result = serve("native", "--debug");
		assertThat(result.status()).isZero();
		assertThat(result.output()).contains("java --enable-native-access=ALL-UNNAMED -Xmx64m -XX:+UseSerialGC"
				+ " -jar sample-arena-app/native/target/uring-arena-native-1.0.jar --debug");
		assertThat(this.project.resolve("builds")).hasContent("-q -pl sample-arena-app/native -am -DskipTests package");
	}

	@Test
	void freshTwinIsNotBuiltAgain() throws Exception {
		serve("native");
		age();
		serve("native");
		assertThat(Files.readAllLines(this.project.resolve("builds"))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pom.xml", "engine/src/main/java/Changed.java", "autoconfigure/src/main/java/Changed.java",
			"starter/pom.xml", "sample-arena-app/common/src/main/java/Changed.java",
			"sample-arena-app/native/src/main/java/Changed.java" })
	void twinOlderThanItsSourcesIsBuiltAgain(String source) throws Exception {
		serve("native");
		age();
		Files.writeString(this.project.resolve(source), "<version>1.0</version>");
		Files.setLastModifiedTime(this.project.resolve(source), FileTime.from(Instant.now().plusSeconds(60)));
		serve("native");
		assertThat(Files.readAllLines(this.project.resolve("builds"))).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "vertx, vertx/target/uring-bench-peer-vertx-1.0.jar",
			"quarkus, quarkus/target/quarkus-app/quarkus-run.jar" })
	void peerIsAProjectOfItsOwnBuiltWhenStaleAndAsksForItsOwnPortOnly(String peer, String jar) throws Exception {
		this.environment.put("TLS_PORT", "unused");
		assertThat(serve(peer).output()).contains("-jar bench/peers/" + jar);
		serve(peer);
		assertThat(this.project.resolve("builds")).hasContent("-q -f bench/peers/" + peer + " -DskipTests package");
		Path source = Files.writeString(this.project.resolve("bench/peers/" + peer + "/pom.xml"), "<project/>");
		Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
		serve(peer);
		assertThat(Files.readAllLines(this.project.resolve("builds"))).hasSize(2);
	}

	@Test
	void failedBuildStartsNothing() throws Exception {
		executable("mvnw", "#!/bin/sh\nexit 1\n");
		assertFailure(serve("native"), "the build failed");
	}

	@Test
	void runtimeWithoutCompilerCannotBuild() throws Exception {
		Files.delete(this.project.resolve("jdk/bin/javac"));
		assertFailure(serve("native"), "building needs a JDK");
	}

	@Test
	void portInUseIsNamedWithItsVariable() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.environment.put("H2_PORT", String.valueOf(socket.getLocalPort()));
			assertFailure(serve("native"), "port " + socket.getLocalPort() + " is in use", "H2_PORT");
		}
	}

	@Test
	void portThatIsNoNumberIsRefused() throws Exception {
		this.environment.put("TLS_PORT", "https");
		assertFailure(serve("native"), "TLS_PORT is 'https'");
	}

	@Test
	void oldJavaIsRefused() throws Exception {
		installJava("11.0.2");
		assertFailure(serve("native"), "needs JDK 17 or later", "is 11");
		installJava("1.8.0_402");
		assertFailure(serve("native"), "needs JDK 17 or later", "is 1");
	}

	@Test
	void stockTwinNeedsVirtualThreads() throws Exception {
		installJava("17.0.15");
		assertFailure(serve("stock"), "needs JDK 21 or later", "virtual threads");
		assertThat(serve("native").status()).isZero();
	}

	@Test
	void wrongJavaHomeIsNamed() throws Exception {
		this.environment.put("JAVA_HOME", "/nowhere");
		assertFailure(serve("native"), "JAVA_HOME is /nowhere");
	}

	@Test
	void unknownTwinIsToldTheUsage() throws Exception {
		Result result = serve("fast");
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.output()).startsWith("Usage: bench/serve native|stock");
	}

	private Result serve(String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(this.project.resolve("bench/serve").toString());
		builder.command().addAll(List.of(arguments));
		builder.environment().put("JAVA_HOME", this.project.resolve("jdk").toString());
		builder.environment().putAll(this.environment);
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		return new Result(process.waitFor(), output);
	}

	private void installJava(String version) throws IOException {
		executable("jdk/bin/javac", "");
		executable("jdk/bin/java", """
				#!/bin/sh
				if [ "$1" = -version ]; then
					echo 'openjdk version "%s" 2026-04-21' >&2
				else
					echo "java $@"
				fi
				""".formatted(version));
	}

	/**
	 * Make all sources older than what was built: within a test they are of one moment.
	 */
	private void age() throws IOException {
		FileTime yesterday = FileTime.from(Instant.now().minusSeconds(86_400));
		try (Stream<Path> paths = Files.walk(this.project)) {
			for (Path path : paths.filter((path) -> !path.toString().endsWith(".original")).toList()) {
				Files.setLastModifiedTime(path, yesterday);
			}
		}
	}

	private void executable(String name, String content) throws IOException {
		Path file = this.project.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static void assertFailure(Result result, String... messages) {
		assertThat(result.status()).isOne();
		assertThat(result.output()).contains(messages).doesNotContain("java --enable-native-access");
	}

	private record Result(int status, String output) {

	}

}
