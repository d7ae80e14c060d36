package io.uringboot.autoconfigure.differential;

import java.util.List;
import java.util.Random;

/**
 * Seeded choices: the same seed gives the same corpus.
 */
final class Choice {

	private final Random random;

	Choice(long seed) {
		this.random = new Random(seed);
	}

	<T> T of(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	@SafeVarargs
	final <T> T of(T... all) {
		return all[this.random.nextInt(all.length)];
	}

	boolean percent(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/** From 0 up to, without, the limit. */
	int below(int limit) {
		return this.random.nextInt(limit);
	}

	/** Ascending offsets within a length. */
	int[] offsets(int number, int length) {
		return this.random.ints(number, 0, length + 1).sorted().distinct().toArray();
	}

}
