package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Takes from the field lines of a head what decides about its framing, its host and the
 * connection, and refuses what leaves that open.
 */
final class FieldInterpreter {

	private static final byte[] HOST = ascii("host");

	private static final byte[] CONTENT_LENGTH = ascii("content-length");

	private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");

	private static final byte[] CONNECTION = ascii("connection");

	private static final byte[] EXPECT = ascii("expect");

	private static final byte[] UPGRADE = ascii("upgrade");

	private static final byte[] CHUNKED = ascii("chunked");

	private static final byte[] CLOSE = ascii("close");

	private static final byte[] KEEP_ALIVE = ascii("keep-alive");

	private static final byte[] CONTINUE = ascii("100-continue");

	/** As many digits as are sure to fit a long. */
	private static final int MAX_LENGTH_DIGITS = 18;

	private final FieldLines lines;

	private boolean transferEncoding;

	private boolean otherCoding;

	FieldInterpreter(FieldLines lines) {
		this.lines = lines;
	}

	void reset() {
		this.transferEncoding = false;
		this.otherCoding = false;
	}

	@Nullable RequestError field(byte[] bytes, int name, int nameEnd, int value, int valueEnd) {
		switch (nameEnd - name) {
			case 4 -> {
				if (Octets.equalsIgnoreCase(HOST, bytes, name, nameEnd)) {
					return host(bytes, value, valueEnd);
				}
			}
			case 6 -> {
				if (Octets.equalsIgnoreCase(EXPECT, bytes, name, nameEnd)) {
					this.lines.expectContinue |= Octets.equalsIgnoreCase(CONTINUE, bytes, value, valueEnd);
				}
			}
			case 7 -> {
				if (Octets.equalsIgnoreCase(UPGRADE, bytes, name, nameEnd)) {
					this.lines.upgrade = true;
				}
			}
			case 10 -> {
				if (Octets.equalsIgnoreCase(CONNECTION, bytes, name, nameEnd)) {
					connection(bytes, value, valueEnd);
				}
			}
			case 14 -> {
				if (Octets.equalsIgnoreCase(CONTENT_LENGTH, bytes, name, nameEnd)) {
					return contentLength(bytes, value, valueEnd);
				}
			}
			case 17 -> {
				if (Octets.equalsIgnoreCase(TRANSFER_ENCODING, bytes, name, nameEnd)) {
					return transferEncoding(bytes, value, valueEnd);
				}
			}
			default -> {
			}
		}
		return null;
	}

	/** What can be judged only when all field lines are there. */
	@Nullable RequestError end(boolean http11) {
		FieldLines lines = this.lines;
		if (http11 && lines.hostField < 0) {
			return RequestError.BAD_HOST;
		}
		if (!this.transferEncoding) {
			return null;
		}
		if (lines.contentLength >= 0) {
			return RequestError.LENGTH_AND_ENCODING;
		}
		if (!http11) {
			return RequestError.BAD_TRANSFER_ENCODING; // RFC 9112 §6.1: faulty framing
		}
		if (!lines.chunked) {
			return RequestError.BAD_TRANSFER_ENCODING; // RFC 9112 §6.3: the length cannot
														// be told
		}
		return this.otherCoding ? RequestError.UNKNOWN_TRANSFER_CODING : null;
	}

	private @Nullable RequestError host(byte[] bytes, int from, int to) {
		if (this.lines.hostField >= 0 || !Host.isAuthority(bytes, from, to, false)) {
			return RequestError.BAD_HOST;
		}
		this.lines.hostField = this.lines.count() - 1; // the line added last
		return null;
	}

	private @Nullable RequestError contentLength(byte[] bytes, int from, int to) {
		if (this.lines.contentLength >= 0 || from == to || to - from > MAX_LENGTH_DIGITS) {
			return RequestError.BAD_CONTENT_LENGTH;
		}
		long length = 0;
		for (int i = from; i < to; i++) {
			if (!Octets.is(Octets.DIGIT, bytes[i])) {
				return RequestError.BAD_CONTENT_LENGTH;
			}
			length = length * 10 + bytes[i] - '0';
		}
		this.lines.contentLength = length;
		return null;
	}

	/** RFC 9112 §6.1: a list of codings, {@code chunked} the last and only once. */
	private @Nullable RequestError transferEncoding(byte[] bytes, int from, int to) {
		this.transferEncoding = true;
		int index = from;
		while (true) {
			int end = endOfMember(bytes, index, to);
			int first = skipBlanks(bytes, index, end);
			int last = trimBlanks(bytes, first, end);
			if (first == last || this.lines.chunked) {
				return RequestError.BAD_TRANSFER_ENCODING;
			}
			if (Octets.equalsIgnoreCase(CHUNKED, bytes, first, last)) {
				this.lines.chunked = true;
			}
			else {
				this.otherCoding = true;
			}
			if (end == to) {
				return null;
			}
			index = end + 1;
		}
	}

	/** RFC 9110 §7.6.1. */
	private void connection(byte[] bytes, int from, int to) {
		int index = from;
		while (index <= to) {
			int end = endOfMember(bytes, index, to);
			int first = skipBlanks(bytes, index, end);
			int last = trimBlanks(bytes, first, end);
			if (Octets.equalsIgnoreCase(CLOSE, bytes, first, last)) {
				this.lines.close = true;
			}
			else if (Octets.equalsIgnoreCase(KEEP_ALIVE, bytes, first, last)) {
				this.lines.keepAlive = true;
			}
			index = end + 1;
		}
	}

	private static int endOfMember(byte[] bytes, int from, int to) {
		int comma = Octets.indexOf((byte) ',', bytes, from, to);
		return (comma < 0) ? to : comma;
	}

	private static int skipBlanks(byte[] bytes, int from, int to) {
		int index = from;
		while (index < to && (bytes[index] == Octets.SP || bytes[index] == Octets.HTAB)) {
			index++;
		}
		return index;
	}

	private static int trimBlanks(byte[] bytes, int from, int to) {
		int index = to;
		while (index > from && (bytes[index - 1] == Octets.SP || bytes[index - 1] == Octets.HTAB)) {
			index--;
		}
		return index;
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
