package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * Renders the heads of answers in place into arrays.
 */
final class HeadOctets {

	private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");

	private static final byte[] CLOSE = ascii("connection: close\r\n");

	private static final byte[] KEEP_ALIVE = ascii("connection: keep-alive\r\n");

	private static final byte[] DATE = ascii("Date: ");

	private static final byte[] NONE = new byte[0];

	/** Octets of the largest {@code Content-Length}. */
	private static final int MAX_DIGITS = 19;

	/**
	 * Octets that the fields set by the writer and the line ends take at the most,
	 * without {@code Server}.
	 */
	static final int OWN_FIELDS = CONTENT_LENGTH.length + MAX_DIGITS + KEEP_ALIVE.length + DATE.length
			+ DateField.LENGTH + 6;

	/** How far before its end the date stands in a head. */
	static final int DATE_FROM_END = DateField.LENGTH + 4;

	private HeadOctets() {
	}

	/**
	 * Puts a whole head into an array that has room for {@link #OWN_FIELDS} more than the
	 * octets of the given head and field.
	 * @param length octets of content; -1 to leave {@code Content-Length} out
	 * @return the index behind it; the date stands {@link #DATE_FROM_END} before
	 */
	static int putHead(ResponseHead head, long length, boolean close, boolean http11, byte[] serverField, byte[] date,
			byte[] out, int start) {
		return putOwnFields(head, length, close, http11, head.server ? NONE : serverField, date, out,
				put(head.octets, out, start));
	}

	/** Puts what is behind the octets of a head. */
	static int putOwnFields(ResponseHead head, long length, boolean close, boolean http11, byte[] serverField,
			byte[] date, byte[] out, int start) {
		int index = start;
		if (length >= 0 && !head.hasNoContent() && !head.isLengthDeclared()) {
			index = put(CONTENT_LENGTH, out, index);
			index = putDecimal(length, out, index);
			index = putLineEnd(out, index);
		}
		if (close) {
			index = put(CLOSE, out, index);
		}
		else if (!http11) {
			index = put(KEEP_ALIVE, out, index);
		}
		index = put(serverField, out, index);
		index = put(DATE, out, index);
		index = put(date, out, index);
		index = putLineEnd(out, index);
		return putLineEnd(out, index);
	}

	private static int put(byte[] octets, byte[] out, int index) {
		System.arraycopy(octets, 0, out, index, octets.length);
		return index + octets.length;
	}

	static int putLineEnd(byte[] out, int index) {
		out[index] = Octets.CR;
		out[index + 1] = Octets.LF;
		return index + 2;
	}

	/** Puts a number that is not negative. */
	static int putDecimal(long value, byte[] out, int index) {
		int end = index + 1;
		for (long rest = value / 10; rest > 0; rest /= 10) {
			end++;
		}
		long rest = value;
		for (int i = end - 1; i >= index; i--) {
			out[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		return end;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
