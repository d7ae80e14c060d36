package io.uringboot.arena.data;

import java.util.Comparator;

/**
 * A row of the page of fortunes.
 *
 * @param id its number
 * @param message its text
 */
public record Fortune(int id, String message) {

	/**
	 * The row that is not in the database.
	 */
	public static final Fortune ADDED = new Fortune(0, "Additional fortune added at request time.");

	/**
	 * By the bytes of the message in UTF-8.
	 */
	public static final Comparator<Fortune> BY_MESSAGE = (a, b) -> compare(a.message, b.message);

	/**
	 * Strings compare by UTF-16 code units, which is the order of the bytes in UTF-8
	 * except that surrogates, which stand for the largest code points, come before U+E000
	 * to U+FFFF.
	 */
	private static int compare(String a, String b) {
		int length = Math.min(a.length(), b.length());
		for (int i = 0; i < length; i++) {
			char left = a.charAt(i);
			char right = b.charAt(i);
			if (left != right) {
				boolean leftSurrogate = Character.isSurrogate(left);
				boolean sameKind = leftSurrogate == Character.isSurrogate(right);
				if (sameKind || left < Character.MIN_SURROGATE || right < Character.MIN_SURROGATE) {
					return left - right;
				}
				return leftSurrogate ? 1 : -1;
			}
		}
		return a.length() - b.length();
	}

}
