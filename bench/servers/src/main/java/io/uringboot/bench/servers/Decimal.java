package io.uringboot.bench.servers;

/**
 * Writes numbers as decimal digits.
 */
final class Decimal {

	/** Octets that any {@code int} fits. */
	static final int MAX_LENGTH = 11;

	private Decimal() {
	}

	/**
	 * Puts a number so that its last digit stands before an index.
	 * @return the index of its first octet
	 */
	static int putBefore(byte[] bytes, int end, int number) {
		int index = end;
		int rest = number;
		do {
			bytes[--index] = (byte) ('0' + Math.abs(rest % 10));
			rest /= 10;
		}
		while (rest != 0);
		if (number < 0) {
			bytes[--index] = '-';
		}
		return index;
	}

	static int length(int number) {
		int length = (number < 0) ? 2 : 1;
		for (int rest = number / 10; rest != 0; rest /= 10) {
			length++;
		}
		return length;
	}

}
