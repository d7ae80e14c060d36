package io.uringboot.arena.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Generates the rows of the table of items: the distributions of the arena from a fixed
 * seed, the same on every machine.
 */
final class ItemGenerator {

	static final int ROWS = 100_000;

	private static final List<String> NAMES = List.of("Brass Hinge", "Cedar Shelf", "Copper Kettle", "Glass Funnel",
			"Linen Apron", "Oak Ladder", "Paper Globe", "Steel Compass", "Tin Lantern", "Wool Blanket");

	private static final List<String> CATEGORIES = List.of("auto", "books", "clothing", "electronics", "garden", "home",
			"office", "sports", "tools", "toys");

	private static final List<String> TAGS = List.of("compact", "eco", "fast", "heavy-duty", "limited", "new",
			"popular", "premium", "sale", "wireless");

	private static final int MAX_TAGS = 4;

	// Its algorithm is part of its contract, which other generators of the JDK lack
	private final Random random = new Random(42);

	private final StringBuilder text = new StringBuilder();

	private int id;

	/**
	 * Generate the next rows.
	 * @param count how many, as far as there are so many left
	 * @return lines in the text format of COPY, nothing after the last row
	 */
	String next(int count) {
		this.text.setLength(0);
		for (int i = 0; i < count && this.id < ROWS; i++) {
			appendRow(++this.id);
		}
		return this.text.toString();
	}

	private void appendRow(int id) {
		this.text.append(id).append('\t');
		this.text.append(pick(NAMES)).append(' ').append(id).append('\t');
		this.text.append(pick(CATEGORIES)).append('\t');
		this.text.append(upTo(500)).append('\t');
		this.text.append(upTo(1000)).append('\t');
		this.text.append(this.random.nextBoolean() ? 't' : 'f').append('\t');
		appendTags(upTo(MAX_TAGS));
		this.text.append('\t').append(upTo(50)).append('\t').append(upTo(500)).append('\n');
	}

	private void appendTags(int count) {
		List<String> left = new ArrayList<>(TAGS);
		String[] tags = new String[count];
		Arrays.setAll(tags, (i) -> '"' + left.remove(this.random.nextInt(left.size())) + '"');
		this.text.append('[').append(String.join(", ", tags)).append(']');
	}

	private String pick(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private int upTo(int bound) {
		return 1 + this.random.nextInt(bound);
	}

}
