package io.uringboot.engine.http1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The character classes of RFC 9110 and RFC 9112 as one table, one byte of flags for each
 * octet, so that a loop over the input costs one look-up an octet.
 */
final class Octets {

	static final byte CR = '\r';

	static final byte LF = '\n';

	static final byte SP = ' ';

	static final byte HTAB = '\t';

	/** {@code tchar} of RFC 9110 §5.6.2. */
	static final int TOKEN = 1;

	/** {@code field-vchar}, SP and HTAB of RFC 9110 §5.5. */
	static final int FIELD = 1 << 1;

	/**
	 * Visible US-ASCII without {@code #}: what a request target is made of (RFC 9112
	 * §3.2). Characters that RFC 3986 does not allow but that are harmless to framing are
	 * left to the URI parser of the standard path, whose answer for them must stay.
	 */
	static final int TARGET = 1 << 2;

	/** {@code unreserved} of RFC 3986 §2.3 and the slash: equal to itself decoded. */
	static final int PLAIN_PATH = 1 << 3;

	/** Octets of a query that every URI parser accepts: RFC 3986 §3.4. */
	static final int PLAIN_QUERY = 1 << 4;

	/** {@code reg-name} without percent-encoding (RFC 3986 §3.2.2). */
	static final int HOST = 1 << 5;

	static final int DIGIT = 1 << 6;

	private static final byte[] CLASSES = new byte[256];

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final String ALPHA = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final String DIGITS = "0123456789";

	private static final String UNRESERVED = ALPHA + DIGITS + "-._~";

	private static final String SUB_DELIMS = "!$&'()*+,;=";

	static {
		add(TOKEN, ALPHA + DIGITS + "!#$%&'*+-.^_`|~");
		add(DIGIT, DIGITS);
		add(PLAIN_PATH, UNRESERVED + "/");
		add(PLAIN_QUERY, UNRESERVED + SUB_DELIMS + "%:@/?");
		add(HOST, UNRESERVED + SUB_DELIMS);
		for (int octet = 0x21; octet <= 0x7e; octet++) {
			CLASSES[octet] |= FIELD;
			if (octet != '#') {
				CLASSES[octet] |= TARGET;
			}
		}
		CLASSES[SP] |= FIELD;
		CLASSES[HTAB] |= FIELD;
		for (int octet = 0x80; octet <= 0xff; octet++) {
			CLASSES[octet] |= FIELD;
		}
	}

	private Octets() {
	}

	private static void add(int flag, String characters) {
		for (int i = 0; i < characters.length(); i++) {
			CLASSES[characters.charAt(i)] |= (byte) flag;
		}
	}

	static int classes(byte octet) {
		return CLASSES[octet & 0xff];
	}

	static boolean is(int flag, byte octet) {
		return (CLASSES[octet & 0xff] & flag) != 0;
	}

	/** The eight octets from {@code index}, the first in the lowest byte. */
	static long eight(byte[] bytes, int index) {
		return (long) LONGS.get(bytes, index);
	}

	static int indexOf(byte octet, byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			if (bytes[i] == octet) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Whether the octets equal the given lower-case name without regard to case. Setting
	 * bit 5 maps two octets to one letter only where both are that letter, which holds
	 * for the letters and hyphens that field names and tokens are compared with here.
	 */
	static boolean equalsIgnoreCase(byte[] lowerCase, byte[] bytes, int from, int to) {
		if (to - from != lowerCase.length) {
			return false;
		}
		for (int i = 0; i < lowerCase.length; i++) {
			byte expected = lowerCase[i];
			byte octet = bytes[from + i];
			if (octet != expected && !(expected >= 'a' && expected <= 'z' && (octet | 0x20) == expected)) {
				return false;
			}
		}
		return true;
	}

}
