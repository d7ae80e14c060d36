package io.uringboot.engine.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.uringboot.engine.files.ResponseCache.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseLoaderTests {

	private static final Key KEY = new Key("/file", AcceptedCodings.NONE);

	private final List<Runnable> tasks = new ArrayList<>();

	private final List<KeptResponse> loaded = new ArrayList<>();

	@Test
	void oneTaskMakesAnAnswer() {
		ResponseLoader loader = loader((path, accepted) -> response(List.of()));
		loader.load(KEY);
		loader.load(KEY);
		assertThat(this.tasks).hasSize(1);
		this.tasks.remove(0).run();
		assertThat(this.loaded).hasSize(1);
		loader.load(KEY);
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void tasksAreBounded() {
		ResponseLoader loader = loader((path, accepted) -> null);
		for (int i = 0; i < 1000; i++) {
			loader.load(new Key("/" + i, AcceptedCodings.NONE));
		}
		assertThat(this.tasks).hasSizeLessThan(100);
	}

	@Test
	void failureKeepsNothingAndBarsNothing() {
		ResponseLoader loader = loader((path, accepted) -> {
			throw new IOException("expected");
		});
		loader.load(KEY);
		this.tasks.remove(0).run();
		assertThat(this.loaded).isEmpty();
		loader.load(KEY);
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void fileThatChangesWhileItIsReadIsNotKept(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("file"), "one");
		FileState settled = FileStateTests.settled(file);
		ResponseLoader loader = loader((path, accepted) -> {
			Files.writeString(file, "two");
			return response(List.of(settled));
		});
		loader.load(KEY);
		this.tasks.remove(0).run();
		assertThat(this.loaded).isEmpty();
	}

	@Test
	void fileThatWasJustWrittenIsNotKept(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("file"), "one");
		FileState fresh = FileStateTests.unsettled(file);
		ResponseLoader loader = loader((path, accepted) -> response(List.of(fresh)));
		loader.load(KEY);
		this.tasks.remove(0).run();
		assertThat(this.loaded).isEmpty();
	}

	private static FileResponse response(List<FileState> states) {
		return new FileResponse(List.of(Map.entry("Content-Length", "3")), new byte[3], null, states);
	}

	private ResponseLoader loader(FileSource source) {
		return new ResponseLoader(source, this.tasks::add, (key, response) -> this.loaded.add(response));
	}

}
