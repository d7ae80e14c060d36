package io.uringboot.arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ArenaProperties}.
 */
class ArenaPropertiesTests {

	@TempDir
	private Path directory;

	@Test
	void partsOfTheDataFolderAreFoundIndependently() throws IOException {
		Path dataset = Files.writeString(this.directory.resolve("dataset.json"), "[]");
		ArenaProperties properties = new ArenaProperties(this.directory.toString(), null, null);
		assertThat(properties.mounted("dataset.json")).isEqualTo(dataset);
		assertThat(properties.mounted("static")).isNull();
	}

	@Test
	void foldersThatAreNamedMustExist() {
		String missing = this.directory.resolve("missing").toString();
		assertThatIllegalArgumentException().isThrownBy(() -> new ArenaProperties(missing, null, null))
			.withMessageContaining("arena.data-dir")
			.withMessageContaining(missing);
		assertThatIllegalArgumentException().isThrownBy(() -> new ArenaProperties(null, missing, null))
			.withMessageContaining("arena.certs-dir");
	}

	@Test
	void generatedFilesGoToAFolderOfTheUser() {
		assertThat(new ArenaProperties(null, null, null).generatedDirectory()).isAbsolute()
			.endsWith(Path.of("uring-arena"));
		assertThat(new ArenaProperties(null, null, "elsewhere").generatedDirectory()).isEqualTo(Path.of("elsewhere"));
	}

}
