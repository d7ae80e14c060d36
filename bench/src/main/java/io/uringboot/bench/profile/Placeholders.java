package io.uringboot.bench.profile;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a request that differ each time it is sent, in gcannon's notation:
 * <code>{RAND:1:50000}</code> is a random number within the bounds, padded with zeros to
 * the width of the upper one, and <code>{SEQ:100001}</code> the next of a sequence.
 */
final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:RAND:(\\d+):(\\d+)|SEQ:(\\d+))}");

	private Placeholders() {
	}

	static boolean in(String text) {
		return PLACEHOLDER.matcher(text).find();
	}

	/**
	 * Fills every placeholder; a sequence gives its first number.
	 */
	static String fill(String text, Random random) {
		return PLACEHOLDER.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(value(match, random)));
	}

	private static String value(MatchResult match, Random random) {
		if (match.group(3) != null) {
			return match.group(3);
		}
		int low = Integer.parseInt(match.group(1));
		int high = Integer.parseInt(match.group(2));
		return String.format("%0" + match.group(2).length() + "d", low + random.nextInt(high - low + 1));
	}

}
