package io.uringboot.arena.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.uringboot.arena.ArenaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StaticFiles}.
 */
class StaticFilesTests {

	@TempDir
	private Path directory;

	@Test
	void mountedFilesAreServed() throws IOException {
		Path mounted = Files.createDirectory(this.directory.resolve("static"));
		assertThat(locate(this.directory, this.directory.resolve("generated")).directory()).isEqualTo(mounted);
		assertThat(this.directory.resolve("generated")).doesNotExist();
	}

	@Test
	void filesAreGeneratedWhereOnlyADataSetIsMounted() throws IOException {
		Files.writeString(this.directory.resolve("dataset.json"), "[]");
		StaticFiles files = locate(this.directory, this.directory.resolve("generated"));
		assertThat(files.directory()).hasParent(this.directory.resolve("generated"));
		assertThat(files.location()).startsWith("file:").endsWith("/");
	}

	@Test
	void temporaryFolderIsUsedWhereTheUsualOneCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		StaticFiles files = locate(this.directory, file.resolve("generated"));
		assertThat(files.directory().resolve("app.js")).exists();
		FileSystemUtils.deleteRecursively(files.directory().getParent());
	}

	private static StaticFiles locate(Path data, Path generated) {
		return StaticFiles.locate(new ArenaProperties(data.toString(), null, generated.toString()));
	}

}
