package io.uringboot.arena.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GeneratedFiles}.
 */
class GeneratedFilesTests {

	private static final String NAME = "static-" + GeneratedFiles.FINGERPRINT;

	private static final FileTime LONG_AGO = FileTime.from(Instant.ofEpochSecond(1_000_000_000));

	@TempDir
	private static Path parent;

	/**
	 * Two processes that start at once, after one that was killed while it wrote.
	 */
	@BeforeAll
	static void generateInTwoProcesses() throws Exception {
		Path part = Files.createDirectory(parent.resolve(NAME + ".part"));
		Files.writeString(part.resolve("stray.js"), "stray");
		Process first = generateInAnotherProcess();
		Process second = generateInAnotherProcess();
		assertThat(first.waitFor()).isZero();
		assertThat(second.waitFor()).isZero();
	}

	@Test
	void processesShareOneCompleteResult() throws IOException {
		assertComplete(parent.resolve(NAME));
		try (Stream<Path> entries = Files.list(parent)) {
			assertThat(entries.map((entry) -> entry.getFileName().toString())).containsExactlyInAnyOrder(NAME,
					"static.lock");
		}
	}

	@Test
	void completeFilesAreReused() throws IOException {
		Path file = GeneratedFiles.in(parent).resolve("app.js");
		Files.setLastModifiedTime(file, LONG_AGO);
		assertThat(GeneratedFiles.in(parent).resolve("app.js")).isEqualTo(file);
		assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
	}

	@Test
	void damagedFilesAreWrittenAgain() throws IOException {
		Path directory = GeneratedFiles.in(parent);
		Files.delete(directory.resolve("app.js.br"));
		Files.writeString(directory.resolve("theme.css"), "short");
		assertComplete(GeneratedFiles.in(parent));
	}

	private static Process generateInAnotherProcess() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), OtherProcess.class.getName(), parent.toString())
			.inheritIO()
			.start();
	}

	private static void assertComplete(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			assertThat(files).hasSize(50);
		}
		assertThat(Catalog.FILES).allSatisfy((file) -> assertThat(directory.resolve(file.name())).hasSize(file.size()));
	}

	static final class OtherProcess {

		private OtherProcess() {
		}

		public static void main(String[] args) throws IOException {
			GeneratedFiles.in(Path.of(args[0]));
		}

	}

}
