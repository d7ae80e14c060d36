package io.uringboot.arena.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Text of a fixed length in the making: a sequence of random choices that is the same for
 * every run, because {@link Random} defines its algorithm.
 */
final class TextBuilder {

	private static final List<String> FILLER = words("the harbour bell rang twice before any boat left its berth and "
			+ "nobody on the quay could say who had pulled the rope that early in the morning");

	private final Random random;

	private final int length;

	private final StringBuilder text = new StringBuilder();

	/**
	 * Create a builder.
	 * @param seed the start of the random sequence
	 * @param length the length of the finished text in bytes, all of them ASCII
	 */
	TextBuilder(long seed, int length) {
		this.random = new Random(seed);
		this.length = length;
	}

	static List<String> words(String text) {
		return List.of(text.split(" "));
	}

	TextBuilder add(Object... parts) {
		for (Object part : parts) {
			this.text.append(part);
		}
		return this;
	}

	String pick(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/**
	 * Pick with a preference for the front of the list, as words are used in real text.
	 */
	String prefer(List<String> choices) {
		return choices.get(Math.min(this.random.nextInt(choices.size()), this.random.nextInt(choices.size())));
	}

	int number(int from, int to) {
		return from + this.random.nextInt(to - from + 1);
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/**
	 * Whether so many more characters still fit.
	 */
	boolean hasRoomFor(int characters) {
		return this.text.length() + characters <= this.length;
	}

	/**
	 * Fill up with a comment and end the text, at its exact length.
	 * @param open the start of the comment
	 * @param close the end of the comment
	 * @param tail what follows the comment
	 */
	byte[] finish(String open, String close, String tail) {
		int end = this.length - close.length() - tail.length();
		this.text.append(open);
		while (this.text.length() < end) {
			this.text.append(' ').append(pick(FILLER));
		}
		this.text.setLength(end);
		this.text.append(close).append(tail);
		return this.text.toString().getBytes(StandardCharsets.US_ASCII);
	}

}
