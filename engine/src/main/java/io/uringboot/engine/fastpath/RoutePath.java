package io.uringboot.engine.fastpath;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The path of a route: literal, or with variables that stand for one whole segment each.
 * Literals are made of unreserved characters (RFC 3986 §2.3), because only such paths are
 * looked up.
 *
 * @param text the path as it was written
 * @param segments what stands between the slashes
 */
record RoutePath(String text, List<String> segments) {

	private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	static RoutePath of(String text) {
		if (!isSupported(text)) {
			throw new IllegalArgumentException("path '" + text
					+ "' must start with a slash and consist of unreserved characters and {variables} of a whole segment");
		}
		return new RoutePath(text, segmentsOf(text));
	}

	/** The path of a route to all that begins with a prefix, which ends with a slash. */
	static RoutePath below(String prefix) {
		if (!isSupportedPrefix(prefix)) {
			throw new IllegalArgumentException(
					"prefix '" + prefix + "' must start and end with a slash and consist of unreserved characters");
		}
		return new RoutePath(prefix + "**", segmentsOf(prefix + "**"));
	}

	static boolean isSupportedPrefix(String text) {
		return text.startsWith("/") && text.endsWith("/") && segmentsOf(text).stream().allMatch(RoutePath::isPlain);
	}

	static boolean isSupported(String text) {
		return text.startsWith("/")
				&& segmentsOf(text).stream().allMatch((segment) -> isVariable(segment) || isPlain(segment));
	}

	private static List<String> segmentsOf(String text) {
		return List.of(text.substring(1).split("/", -1));
	}

	private static boolean isPlain(String segment) {
		return segment.chars().allMatch((character) -> PLAIN.indexOf(character) >= 0);
	}

	static boolean isVariable(String segment) {
		if (segment.length() < 3 || segment.charAt(0) != '{' || segment.charAt(segment.length() - 1) != '}') {
			return false;
		}
		int end = segment.length() - 1;
		return Character.isJavaIdentifierStart(segment.charAt(1))
				&& segment.substring(1, end).chars().allMatch((c) -> Character.isJavaIdentifierPart(c) || c == '-');
	}

	boolean isLiteral() {
		return this.segments.stream().noneMatch(RoutePath::isVariable);
	}

	/** The indices of the segments that are variables. */
	int[] variables() {
		return IntStream.range(0, this.segments.size()).filter((i) -> isVariable(this.segments.get(i))).toArray();
	}

	/** Equal for paths that match the same requests. */
	String shape() {
		return "/" + String.join("/",
				this.segments.stream().map((segment) -> isVariable(segment) ? "{}" : segment).toList());
	}

	/**
	 * The order in which Spring prefers one of several patterns that match: fewer
	 * variables first, then the longer one, a variable counting as one character. Lower
	 * values are preferred, equal ones are ambiguous.
	 */
	long specificity() {
		int length = this.segments.stream().mapToInt((segment) -> isVariable(segment) ? 2 : 1 + segment.length()).sum();
		return ((long) variables().length << 32) - length;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
