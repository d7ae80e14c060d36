package io.uringboot.engine.compression;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The {@code Accept-Encoding} of one request (RFC 9110 §12.5.3): what each coding weighs.
 * An element that is not well-formed counts as not there, so that nothing is sent that
 * the client has not clearly asked for. Reused; one thread.
 */
final class AcceptEncoding {

	/** The weight of a coding that is not listed. */
	private static final int UNLISTED = -1;

	/** What a weight of 1 is; weights have three decimals (RFC 9110 §12.4.2). */
	private static final int ONE = 1000;

	private static final int MALFORMED = -2;

	private static final byte[] BR = { 'b', 'r' };

	private static final byte[] GZIP = { 'g', 'z', 'i', 'p' };

	/** To be taken for gzip (RFC 9110 §8.4.1.3). */
	private static final byte[] X_GZIP = { 'x', '-', 'g', 'z', 'i', 'p' };

	private static final byte[] IDENTITY = { 'i', 'd', 'e', 'n', 't', 'i', 't', 'y' };

	private final int[] weights = new int[ContentCoding.values().length];

	private int any;

	private int identity;

	AcceptEncoding() {
		reset();
	}

	/** Starts with a request that has no such field. */
	void reset() {
		Arrays.fill(this.weights, UNLISTED);
		this.any = UNLISTED;
		this.identity = UNLISTED;
	}

	/** Adds the value of a field line. */
	void add(byte[] octets, int from, int to) {
		int index = from;
		while (index < to) {
			int end = index;
			while (end < to && octets[end] != ',') {
				end++;
			}
			addElement(octets, index, end);
			index = end + 1;
		}
	}

	/**
	 * The coding that the client likes best; of equal ones the one that comes first among
	 * those given.
	 * @return the coding, null for none
	 */
	@Nullable ContentCoding best(ContentCoding[] available) {
		ContentCoding best = null;
		int most = 0;
		for (ContentCoding coding : available) {
			int listed = this.weights[coding.ordinal()];
			int weight = (listed != UNLISTED) ? listed : this.any;
			if (weight > most) {
				best = coding;
				most = weight;
			}
		}
		// Whoever names identity may like it better; "*" only says that the others are
		// acceptable too.
		return (this.identity > most) ? null : best;
	}

	private void addElement(byte[] octets, int from, int to) {
		int start = skipSpace(octets, from, to);
		int end = start;
		while (end < to && octets[end] != ';' && !isSpace(octets[end])) {
			end++;
		}
		int weight = weight(octets, skipSpace(octets, end, to), to);
		if (weight == MALFORMED) {
			return;
		}
		if (end - start == 1 && octets[start] == '*') {
			this.any = Math.max(this.any, weight);
		}
		else if (is(GZIP, octets, start, end) || is(X_GZIP, octets, start, end)) {
			listed(ContentCoding.GZIP, weight);
		}
		else if (is(BR, octets, start, end)) {
			listed(ContentCoding.BR, weight);
		}
		else if (is(IDENTITY, octets, start, end)) {
			this.identity = Math.max(this.identity, weight);
		}
	}

	private void listed(ContentCoding coding, int weight) {
		this.weights[coding.ordinal()] = Math.max(this.weights[coding.ordinal()], weight);
	}

	/** {@code [ ";" OWS "q=" qvalue OWS ]} */
	private static int weight(byte[] octets, int from, int to) {
		if (from == to) {
			return ONE;
		}
		if (octets[from] != ';') {
			return MALFORMED;
		}
		int index = skipSpace(octets, from + 1, to);
		if (to - index < 3 || (octets[index] | 0x20) != 'q' || octets[index + 1] != '=') {
			return MALFORMED;
		}
		return qvalue(octets, index + 2, to);
	}

	private static int qvalue(byte[] octets, int from, int to) {
		int whole = octets[from] - '0';
		if (whole != 0 && whole != 1) {
			return MALFORMED;
		}
		int value = whole * ONE;
		int index = from + 1;
		if (index < to && octets[index] == '.') {
			index++;
			for (int unit = ONE / 10; index < to && isDigit(octets[index]); unit /= 10) {
				if (unit == 0) {
					return MALFORMED; // a fourth decimal
				}
				value += (octets[index] - '0') * unit;
				index++;
			}
		}
		return (value <= ONE && skipSpace(octets, index, to) == to) ? value : MALFORMED;
	}

	private static boolean isDigit(byte octet) {
		return octet >= '0' && octet <= '9';
	}

	private static boolean isSpace(byte octet) {
		return octet == ' ' || octet == '\t';
	}

	private static int skipSpace(byte[] octets, int from, int to) {
		int index = from;
		while (index < to && isSpace(octets[index])) {
			index++;
		}
		return index;
	}

	/** Content codings are case-insensitive (RFC 9110 §8.4.1). */
	private static boolean is(byte[] lowerCase, byte[] octets, int from, int to) {
		if (to - from != lowerCase.length) {
			return false;
		}
		for (int i = 0; i < lowerCase.length; i++) {
			byte octet = octets[from + i];
			if (octet != lowerCase[i] && !(octet >= 'A' && octet <= 'Z' && octet + 0x20 == lowerCase[i])) {
				return false;
			}
		}
		return true;
	}

}
