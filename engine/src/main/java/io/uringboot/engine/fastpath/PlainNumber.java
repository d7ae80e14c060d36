package io.uringboot.engine.fastpath;

/**
 * Decimal numbers read straight from octets. Only the plainest form is taken: a minus
 * sign if there is one, then at most 18 digits; what else a converter may understand is
 * left to it.
 */
final class PlainNumber {

	/** As many digits as are sure to fit a long. */
	private static final int MAX_DIGITS = 18;

	private PlainNumber() {
	}

	static long parseInt(byte[] bytes, int from, int to) {
		long value = parseLong(bytes, from, to);
		return ((int) value == value) ? value : FastPathExchange.NOT_PLAIN;
	}

	static long parseLong(byte[] bytes, int from, int to) {
		boolean negative = from < to && bytes[from] == '-';
		int index = negative ? from + 1 : from;
		if (index == to || to - index > MAX_DIGITS) {
			return FastPathExchange.NOT_PLAIN;
		}
		long value = 0;
		while (index < to) {
			int digit = bytes[index++] - '0';
			if (digit < 0 || digit > 9) {
				return FastPathExchange.NOT_PLAIN;
			}
			value = value * 10 + digit;
		}
		return negative ? -value : value;
	}

}
