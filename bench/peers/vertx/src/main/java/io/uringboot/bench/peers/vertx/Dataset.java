package io.uringboot.bench.peers.vertx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.json.jackson.DatabindCodec;

/**
 * The data set, read once at the start.
 *
 * @param items its items in the order of the file
 */
record Dataset(List<Item> items) {

	private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {
	};

	/**
	 * Reads the file that DATASET names, else the one the arena mounts, else the arena
	 * application's own.
	 */
	static Dataset read() throws IOException {
		String named = System.getenv("DATASET");
		Path mounted = Path.of("/data/dataset.json");
		try (InputStream in = (named != null) ? Files.newInputStream(Path.of(named)) : Files.exists(mounted)
				? Files.newInputStream(mounted) : Dataset.class.getResourceAsStream("/dataset.json")) {
			if (in == null) {
				throw new FileNotFoundException("dataset.json");
			}
			return new Dataset(List.copyOf(DatabindCodec.mapper().readValue(in, ITEMS)));
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

	/**
	 * An item of the data set.
	 */
	record Item(int id, String name, String category, int price, int quantity, boolean active, List<String> tags,
			Rating rating) {

		ProcessedItem process(int multiplier) {
			return new ProcessedItem(this.id, this.name, this.category, this.price, this.quantity, this.active,
					this.tags, this.rating, (long) this.price * this.quantity * multiplier);
		}

	}

	/**
	 * What buyers think of an item.
	 */
	record Rating(int score, int count) {
	}

	/**
	 * An item as it is sent, with price × quantity × multiplier as its total.
	 */
	record ProcessedItem(int id, String name, String category, int price, int quantity, boolean active,
			List<String> tags, Rating rating, long total) {
	}

	/**
	 * The answer of {@code /json/{count}}.
	 */
	record ProcessedItems(List<ProcessedItem> items, int count) {
	}

}
