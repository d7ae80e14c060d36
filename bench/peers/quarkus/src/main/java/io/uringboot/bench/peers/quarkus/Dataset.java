package io.uringboot.bench.peers.quarkus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * The data set, read once at the start: the file that DATASET names, else the one the
 * arena mounts, else the arena application's own.
 */
@Singleton
@Startup
class Dataset {

	private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {
	};

	private final List<Item> items;

	Dataset(ObjectMapper mapper) throws IOException {
		String named = System.getenv("DATASET");
		Path mounted = Path.of("/data/dataset.json");
		try (InputStream in = (named != null) ? Files.newInputStream(Path.of(named)) : Files.exists(mounted)
				? Files.newInputStream(mounted) : Dataset.class.getResourceAsStream("/dataset.json")) {
			if (in == null) {
				throw new FileNotFoundException("dataset.json");
			}
			this.items = List.copyOf(mapper.readValue(in, ITEMS));
		}
	}

	ProcessedItems process(int count, int multiplier) {
		int size = Math.max(0, Math.min(count, this.items.size()));
		List<ProcessedItem> processed = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			processed.add(this.items.get(i).process(multiplier));
		}
		return new ProcessedItems(processed, size);
	}

}
