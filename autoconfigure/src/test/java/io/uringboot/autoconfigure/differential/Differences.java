package io.uringboot.autoconfigure.differential;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The differences of a run, one of each kind kept.
 */
final class Differences {

	private static final int SHOWN = 20;

	private final Map<String, Difference> first = new LinkedHashMap<>();

	private final Map<String, Integer> counts = new LinkedHashMap<>();

	void add(Difference difference) {
		this.first.putIfAbsent(difference.kind(), difference);
		this.counts.merge(difference.kind(), 1, Integer::sum);
	}

	boolean isEmpty() {
		return this.first.isEmpty();
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		text.append(this.counts.size()).append(" kinds of differences\n");
		this.counts.forEach((kind, count) -> text.append(count).append(" x ").append(kind).append('\n'));
		this.first.values()
			.stream()
			.limit(SHOWN)
			.forEach((difference) -> text.append('\n').append(difference.exchange()));
		return text.toString();
	}

}
