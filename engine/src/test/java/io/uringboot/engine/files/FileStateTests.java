package io.uringboot.engine.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileStateTests {

	@TempDir
	private Path folder;

	private Path file;

	private FileState state;

	@BeforeEach
	void settledFile() throws IOException {
		this.file = Files.writeString(this.folder.resolve("file"), "one");
		this.state = settled(this.file);
	}

	@Test
	void fileThatNobodyTouchesIsCurrent() {
		assertThat(this.state.isFile()).isTrue();
		assertThat(this.state.size()).isEqualTo(3);
		assertThat(this.state.isCurrent()).isTrue();
	}

	@Test
	void sameLengthAndTimeOfModificationIsAChange() throws IOException {
		FileTime time = Files.getLastModifiedTime(this.file);
		Files.writeString(this.file, "two");
		Files.setLastModifiedTime(this.file, time);
		assertThat(this.state.isCurrent()).isFalse();
	}

	@Test
	void anotherFileInItsPlaceIsAChange() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "two");
		Files.setLastModifiedTime(other, Files.getLastModifiedTime(this.file));
		Files.move(other, this.file, StandardCopyOption.REPLACE_EXISTING);
		assertThat(this.state.isCurrent()).isFalse();
	}

	@Test
	void removalIsAChange() throws IOException {
		Files.delete(this.file);
		assertThat(this.state.isCurrent()).isFalse();
		assertThat(FileState.of(this.file).isFile()).isFalse();
	}

	@Test
	void anotherTargetOfALinkIsAChange() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "two");
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.file);
		FileState linked = FileState.of(link);
		assertThat(linked.isCurrent()).isTrue();
		Files.delete(link);
		Files.createSymbolicLink(link, other);
		assertThat(linked.isCurrent()).isFalse();
	}

	@Test
	void fileThatWasJustWrittenIsNotSettled() throws IOException {
		assertThat(unsettled(this.file).isCurrent()).isTrue();
	}

	/** Writes until the look comes soon enough behind, whatever else the machine does. */
	static FileState unsettled(Path file) throws IOException {
		FileState state;
		do {
			Files.writeString(file, "new");
			state = FileState.of(file);
		}
		while (state.isSettled());
		return state;
	}

	static FileState settled(Path file) throws IOException {
		FileState state;
		do {
			Thread.onSpinWait();
			state = FileState.of(file);
		}
		while (!state.isSettled());
		return state;
	}

	@Test
	void whatIsNotThereIsCurrentUntilItIs() throws IOException {
		Path missing = this.folder.resolve("missing");
		FileState absent = FileState.of(missing);
		assertThat(absent.isFile()).isFalse();
		assertThat(absent.isSettled()).isTrue();
		assertThat(absent.isCurrent()).isTrue();
		Files.createDirectory(missing);
		assertThat(absent.isCurrent()).isTrue(); // a folder is not served either
		Files.delete(missing);
		Files.writeString(missing, "here");
		assertThat(absent.isCurrent()).isFalse();
	}

}
