package io.uringboot.bench.compare;

import java.util.stream.IntStream;

/**
 * How a warm-up is parted into loads.
 */
final class WarmUp {

	private static final int MAX_PARTS = 4;

	private WarmUp() {
	}

	/**
	 * The parts of a warm-up.
	 * @param seconds its length in seconds, 0 for none
	 * @return the length of each load in whole seconds, at least one, and all together
	 * the length of the warm-up
	 */
	static int[] parts(int seconds) {
		int count = Math.min(MAX_PARTS, seconds);
		return IntStream.range(0, count).map((i) -> seconds / count + ((i < seconds % count) ? 1 : 0)).toArray();
	}

}
