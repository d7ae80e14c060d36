package io.uringboot.engine.http1;

import org.jspecify.annotations.Nullable;

/**
 * Parses the request line of a head (RFC 9112 §3), and skips the empty lines before it,
 * which are not looked at again when more octets have come; the line itself is.
 */
final class RequestLineParser {

	/** {@code HTTP/1.1} and {@code HTTP/1.0}, the first octet lowest. */
	private static final long HTTP_1_1 = 0x312e_312f_5054_5448L;

	private static final long HTTP_1_0 = 0x302e_312f_5054_5448L;

	private static final int VERSION_LENGTH = 8;

	/** {@code GET} and a space, the first octet lowest. */
	private static final int GET_SP = 0x2054_4547;

	/**
	 * RFC 9112 §2.2: a server should ignore at least one empty line before the request
	 * line. Some clients send two. In octets.
	 */
	private static final int MAX_SKIPPED = 4;

	private final HttpLimits limits;

	private final RequestHead head;

	private int skipped;

	private @Nullable RequestError error;

	RequestLineParser(HttpLimits limits, RequestHead head) {
		this.limits = limits;
		this.head = head;
	}

	/** Makes ready for the next head. */
	void reset() {
		this.skipped = 0;
	}

	/** Octets of empty lines before the request line. */
	int skipped() {
		return this.skipped;
	}

	/** Why the line is refused. */
	@Nullable RequestError error() {
		return this.error;
	}

	/**
	 * Parses {@code method SP request-target SP HTTP-version CRLF}.
	 * @param bytes the octets
	 * @param start the index of the head's first octet
	 * @param end the index behind the last octet that is there
	 * @return the index behind the line, {@link RequestParser#NEED_MORE} or
	 * {@link RequestParser#FAIL}
	 */
	int parse(byte[] bytes, int start, int end) {
		int line = start + this.skipped;
		if (line < end && bytes[line] == Octets.CR) {
			line = skipEmptyLines(bytes, line, end);
			if (line < 0) {
				return line;
			}
		}
		int index = method(bytes, line, end);
		if (index < 0) {
			return index;
		}
		RequestHead head = this.head;
		head.method = line - start;
		head.methodEnd = index - start;
		index = target(bytes, start, index + 1, end);
		if (index < 0) {
			return index;
		}
		if (end - index < VERSION_LENGTH + 2) {
			return shortVersion(bytes, index, end);
		}
		long version = Octets.eight(bytes, index);
		if (version == HTTP_1_1) {
			head.http11 = true;
		}
		else if (version == HTTP_1_0) {
			head.http11 = false;
		}
		else {
			return fail(isVersion(bytes, index) ? RequestError.VERSION_NOT_SUPPORTED : RequestError.BAD_REQUEST_LINE);
		}
		index += VERSION_LENGTH;
		if (bytes[index] != Octets.CR || bytes[index + 1] != Octets.LF) {
			return fail(RequestError.BAD_LINE_END);
		}
		if (index - line > this.limits.maxRequestLine()) {
			return fail(RequestError.REQUEST_LINE_TOO_LONG);
		}
		return index + 2;
	}

	/** The index behind the empty lines that are complete. */
	private int skipEmptyLines(byte[] bytes, int from, int end) {
		int index = from;
		while (index < end && bytes[index] == Octets.CR) {
			if (index + 1 == end) {
				return RequestParser.NEED_MORE;
			}
			if (bytes[index + 1] != Octets.LF || this.skipped == MAX_SKIPPED) {
				return fail(RequestError.BAD_REQUEST_LINE);
			}
			index += 2;
			this.skipped += 2;
		}
		return index;
	}

	/** The index of the space that ends the method. */
	private int method(byte[] bytes, int from, int end) {
		if (end - from >= Long.BYTES && (int) Octets.eight(bytes, from) == GET_SP) {
			this.head.methodCode = Methods.GET;
			return from + 3;
		}
		int index = from;
		while (index < end && Octets.is(Octets.TOKEN, bytes[index])) {
			index++;
		}
		if (index == end) {
			return RequestParser.NEED_MORE;
		}
		if (bytes[index] != Octets.SP || index == from) {
			return fail(RequestError.BAD_METHOD);
		}
		this.head.methodCode = Methods.code(bytes, from, index);
		return index;
	}

	/** RFC 9112 §3.2. The index behind the space that ends the target. */
	private int target(byte[] bytes, int start, int from, int end) {
		RequestHead head = this.head;
		int index = from;
		int classes = 0xff;
		int hash = 0;
		while (index < end) {
			byte octet = bytes[index];
			int of = Octets.classes(octet);
			if ((of & Octets.TARGET) == 0 || octet == '?') {
				break;
			}
			classes &= of;
			hash = 31 * hash + octet;
			index++;
		}
		head.target = from - start;
		head.pathEnd = index - start;
		head.pathHash = hash;
		head.pathClasses = classes;
		classes = 0xff;
		while (index < end) {
			int of = Octets.classes(bytes[index]);
			if ((of & Octets.TARGET) == 0) {
				break;
			}
			classes &= of;
			index++;
		}
		head.queryClasses = classes;
		head.targetEnd = index - start;
		if (index == end) {
			return RequestParser.NEED_MORE;
		}
		if (bytes[index] != Octets.SP || index == from) {
			return fail(RequestError.BAD_TARGET);
		}
		return isTargetForm(bytes, from, index) ? index + 1 : fail(RequestError.BAD_TARGET);
	}

	/** RFC 9112 §3.2.1 to §3.2.4: which form goes with which method. */
	private boolean isTargetForm(byte[] bytes, int from, int to) {
		if (bytes[from] == '/') {
			return this.head.methodCode != Methods.CONNECT;
		}
		if (bytes[from] == '*') {
			return to - from == 1 && this.head.methodCode == Methods.OPTIONS;
		}
		if (this.head.methodCode == Methods.CONNECT) {
			return Host.isAuthority(bytes, from, to, true);
		}
		return Host.isAbsoluteForm(bytes, from, to);
	}

	/**
	 * A line that ends before there is room for a version is wrong, else it lacks octets.
	 */
	private int shortVersion(byte[] bytes, int from, int end) {
		return (Octets.indexOf(Octets.LF, bytes, from, end) < 0) ? RequestParser.NEED_MORE
				: fail(RequestError.BAD_REQUEST_LINE);
	}

	/** RFC 9112 §2.3: {@code HTTP-name "/" DIGIT "." DIGIT}. */
	private static boolean isVersion(byte[] bytes, int index) {
		for (int i = 0; i < VERSION_LENGTH; i++) {
			byte expected = (byte) (HTTP_1_1 >>> (8 * i));
			boolean matches = (i == 5 || i == 7) ? Octets.is(Octets.DIGIT, bytes[index + i])
					: bytes[index + i] == expected;
			if (!matches) {
				return false;
			}
		}
		return true;
	}

	private int fail(RequestError error) {
		this.error = error;
		return RequestParser.FAIL;
	}

}
