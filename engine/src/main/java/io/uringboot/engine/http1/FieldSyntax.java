package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * What is checked of the field lines of answers in place, so that none can end before its
 * end or contradict how the answer is framed.
 */
final class FieldSyntax {

	private static final byte[] DATE = ascii("date");

	private static final byte[] SERVER = ascii("server");

	private static final byte[] CONNECTION = ascii("connection");

	private static final byte[] CONTENT_LENGTH = ascii("content-length");

	private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");

	private FieldSyntax() {
	}

	/**
	 * Checks that a name is a token (RFC 9110 §5.1) and not that of a field which the
	 * writer sets.
	 */
	static void checkName(byte[] name) {
		if (name.length == 0) {
			throw new IllegalArgumentException("field name is empty");
		}
		for (byte octet : name) {
			if (!Octets.is(Octets.TOKEN, octet)) {
				throw notAllowed("name", name, 0, name.length);
			}
		}
		if (isSetByWriter(name)) {
			throw new IllegalArgumentException("field '" + latin1(name, 0, name.length) + "' is set by the writer");
		}
	}

	private static boolean isSetByWriter(byte[] name) {
		return switch (name.length) {
			case 4 -> is(DATE, name);
			case 10 -> is(CONNECTION, name);
			case 14 -> is(CONTENT_LENGTH, name);
			case 17 -> is(TRANSFER_ENCODING, name);
			default -> false;
		};
	}

	static boolean isServer(byte[] name) {
		return is(SERVER, name);
	}

	private static boolean is(byte[] lowerCase, byte[] name) {
		return Octets.equalsIgnoreCase(lowerCase, name, 0, name.length);
	}

	/** Checks that a value has no other octets than RFC 9110 §5.5 allows. */
	static void checkValue(byte[] value, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			if (!Octets.is(Octets.FIELD, value[i])) {
				throw notAllowed("value", value, offset, length);
			}
		}
	}

	private static IllegalArgumentException notAllowed(String what, byte[] octets, int offset, int length) {
		return new IllegalArgumentException(
				"field " + what + " '" + latin1(octets, offset, length) + "' has a character that is not allowed");
	}

	private static String latin1(byte[] octets, int offset, int length) {
		return new String(octets, offset, length, StandardCharsets.ISO_8859_1);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
