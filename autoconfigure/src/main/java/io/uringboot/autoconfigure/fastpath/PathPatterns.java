package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of path patterns without a path.
 */
final class PathPatterns {

	private PathPatterns() {
	}

	/**
	 * Whether some path may match both patterns; where that is not clear, it may.
	 * @param one a pattern
	 * @param other another one
	 * @return whether they may overlap
	 */
	static boolean mayOverlap(String one, String other) {
		String[] ones = one.split("/", -1);
		String[] others = other.split("/", -1);
		int common = Math.min(ones.length, others.length);
		for (int i = 0; i < common; i++) {
			if (isRest(ones[i]) || isRest(others[i])) {
				return true;
			}
			if (!hasWildcard(ones[i]) && !hasWildcard(others[i]) && !ones[i].equals(others[i])) {
				return false;
			}
		}
		return ones.length == others.length || isRest(ones, common) || isRest(others, common);
	}

	/** The rest of a path may also be empty. */
	private static boolean isRest(String[] segments, int index) {
		return index < segments.length && isRest(segments[index]);
	}

	private static boolean isRest(String segment) {
		return segment.equals("**") || segment.startsWith("{*");
	}

	private static boolean hasWildcard(String segment) {
		return segment.indexOf('*') >= 0 || segment.indexOf('?') >= 0 || segment.indexOf('{') >= 0;
	}

	/** Whether all others that match the same path are preferred to the pattern. */
	static boolean isCatchAll(String pattern) {
		return isRest(pattern.substring(pattern.lastIndexOf('/') + 1));
	}

	/** The names of the variables, in their order. */
	static List<String> variables(String pattern) {
		List<String> names = new ArrayList<>();
		for (String segment : pattern.split("/", -1)) {
			if (segment.startsWith("{") && segment.endsWith("}")) {
				names.add(segment.substring(1, segment.length() - 1));
			}
		}
		return names;
	}

	/** Equal for patterns that match the same paths. */
	static String shape(String pattern) {
		return pattern.replaceAll("\\{[^/}]+}", "{}");
	}

	static boolean hasVariables(String pattern) {
		return pattern.indexOf('{') >= 0;
	}

}
