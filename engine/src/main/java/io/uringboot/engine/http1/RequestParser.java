package io.uringboot.engine.http1;

import org.jspecify.annotations.Nullable;

/**
 * The one parser of request heads, strict by RFC 9112: what it lets through has one
 * meaning only, above all about where the request ends.
 * <p>
 * It works on an array that holds the head from its first octet on, and may be called
 * again with more octets behind it. Lines that were taken in are not looked at again, and
 * the last, incomplete line only from where it broke off until its line feed has come.
 */
final class RequestParser {

	enum Result {

		COMPLETE, INCOMPLETE, FAILED

	}

	private static final int NEED_MORE = -1;

	private static final int FAIL = -2;

	/** {@code HTTP/1.1} and {@code HTTP/1.0}, the first octet lowest. */
	private static final long HTTP_1_1 = 0x312e_312f_5054_5448L;

	private static final long HTTP_1_0 = 0x302e_312f_5054_5448L;

	private static final int VERSION_LENGTH = 8;

	/** {@code GET} and a space, the first octet lowest. */
	private static final int GET_SP = 0x2054_4547;

	/**
	 * RFC 9112 §2.2: a server should ignore at least one empty line before the request
	 * line. Some clients send two.
	 */
	private static final int MAX_LEADING_LINES = 2;

	private final HttpLimits limits;

	private final RequestHead head;

	/** The fields that decide about framing and connection. */
	private final FieldInterpreter fields;

	/** Octets taken in: complete lines. */
	private int position;

	/** Octets known to hold no line feed, counted from the head's start; 0 if unknown. */
	private int searched;

	private int leadingLines;

	/** Where the field section starts; 0 as long as the request line is missing. */
	private int section;

	private @Nullable RequestError error;

	private final KnownFields known = new KnownFields();

	RequestParser(HttpLimits limits, RequestHead head) {
		this.limits = limits;
		this.head = head;
		this.fields = new FieldInterpreter(head);
		head.resetFields();
	}

	/** Makes ready for the next head. */
	void reset() {
		this.position = 0;
		this.searched = 0;
		this.leadingLines = 0;
		this.section = 0;
		this.error = null;
	}

	/** Must be called when the array is filled anew. */
	void forget() {
		this.known.forget();
	}

	/** Whether a part of a head has been taken in. */
	boolean hasStarted() {
		return this.position != 0 || this.searched != 0;
	}

	@Nullable RequestError error() {
		return this.error;
	}

	/**
	 * Goes on with a head.
	 * @param bytes the octets
	 * @param start the index of the head's first octet
	 * @param end the index behind the last octet that is there
	 * @return whether the head is complete, lacks octets, or is wrong
	 */
	Result parse(byte[] bytes, int start, int end) {
		this.head.bytes = bytes;
		this.head.start = start;
		if (this.searched != 0) {
			if (Octets.indexOf(Octets.LF, bytes, start + this.searched, end) < 0) {
				return incomplete(start, end);
			}
			this.searched = 0;
		}
		int next = start + this.position;
		if (this.section == 0) {
			next = requestLine(bytes, next, end);
			if (next < 0) {
				return (next == NEED_MORE) ? incomplete(start, end) : Result.FAILED;
			}
			this.section = this.position = this.head.section = next - start;
			if (this.known.follow(bytes, next, end, this.head.http11)) {
				this.position += this.known.length();
				return complete(bytes, next);
			}
			this.known.forget();
			this.head.resetFields();
			this.fields.reset();
		}
		while (true) {
			next = fieldLine(bytes, next, end);
			if (next < 0) {
				return (next == NEED_MORE) ? incomplete(start, end) : Result.FAILED;
			}
			this.position = next - start;
			if (this.head.length != 0) {
				return complete(bytes, start + this.section);
			}
		}
	}

	private Result complete(byte[] bytes, int section) {
		RequestHead head = this.head;
		head.length = this.position;
		this.known.remember(bytes, section, head.start + this.position, head.http11);
		return Result.COMPLETE;
	}

	private Result incomplete(int start, int end) {
		this.searched = end - start;
		// the CR of a line end that counts for neither limit may be there already
		if (this.section == 0 && this.searched - this.position - 1 > this.limits.maxRequestLine()) {
			this.error = RequestError.REQUEST_LINE_TOO_LONG;
			return Result.FAILED;
		}
		if (this.section != 0 && this.searched - this.section - 1 > this.limits.maxFieldSection()) {
			this.error = RequestError.FIELDS_TOO_LARGE;
			return Result.FAILED;
		}
		return Result.INCOMPLETE;
	}

	private int fail(RequestError error) {
		this.error = error;
		return FAIL;
	}

	/** RFC 9112 §3: {@code method SP request-target SP HTTP-version CRLF}. */
	private int requestLine(byte[] bytes, int from, int end) {
		this.head.length = 0;
		int index = from;
		while (index < end && bytes[index] == Octets.CR) {
			if (index + 1 == end) {
				return NEED_MORE;
			}
			if (bytes[index + 1] != Octets.LF || ++this.leadingLines > MAX_LEADING_LINES) {
				return fail(RequestError.BAD_REQUEST_LINE);
			}
			index += 2;
			this.position += 2;
		}
		int line = index;
		RequestHead head = this.head;
		if (end - line >= Long.BYTES && (int) Octets.eight(bytes, line) == GET_SP) {
			head.methodCode = Methods.GET;
			index = line + 3;
		}
		else {
			while (index < end && Octets.is(Octets.TOKEN, bytes[index])) {
				index++;
			}
			if (index == end) {
				return NEED_MORE;
			}
			if (bytes[index] != Octets.SP || index == line) {
				return fail(RequestError.BAD_METHOD);
			}
			head.methodCode = RequestHead.methodCode(bytes, line, index);
		}
		head.method = line - head.start;
		head.methodEnd = index - head.start;
		index = target(bytes, index + 1, end);
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

	/**
	 * A line that ends before there is room for a version is wrong, else it lacks octets.
	 */
	private int shortVersion(byte[] bytes, int from, int end) {
		return (Octets.indexOf(Octets.LF, bytes, from, end) < 0) ? NEED_MORE : fail(RequestError.BAD_REQUEST_LINE);
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

	/** RFC 9112 §3.2. The index behind the space that ends the target. */
	private int target(byte[] bytes, int from, int end) {
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
		head.target = from - head.start;
		head.pathEnd = index - head.start;
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
		head.targetEnd = index - head.start;
		if (index == end) {
			return NEED_MORE;
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

	/** RFC 9112 §5: one field line, or the empty line that ends the head. */
	private int fieldLine(byte[] bytes, int from, int end) {
		if (from == end) {
			return NEED_MORE;
		}
		RequestHead head = this.head;
		if (bytes[from] == Octets.CR) {
			return endOfHead(bytes, from, end);
		}
		int index = from;
		while (index < end && Octets.is(Octets.TOKEN, bytes[index])) {
			index++;
		}
		if (index == end) {
			return NEED_MORE;
		}
		if (bytes[index] != ':' || index == from) {
			return fail((index == from && (bytes[index] == Octets.SP || bytes[index] == Octets.HTAB))
					? RequestError.LINE_FOLDING : RequestError.BAD_FIELD_NAME);
		}
		int nameEnd = index++;
		while (index < end && (bytes[index] == Octets.SP || bytes[index] == Octets.HTAB)) {
			index++;
		}
		int value = index;
		while (index < end && Octets.is(Octets.FIELD, bytes[index])) {
			index++;
		}
		if (end - index < 2) {
			return (index == end || bytes[index] == Octets.CR) ? NEED_MORE : badValue(bytes[index]);
		}
		if (bytes[index] != Octets.CR || bytes[index + 1] != Octets.LF) {
			return badValue(bytes[index]);
		}
		int valueEnd = index;
		while (valueEnd > value && (bytes[valueEnd - 1] == Octets.SP || bytes[valueEnd - 1] == Octets.HTAB)) {
			valueEnd--;
		}
		int next = index + 2;
		if (head.fieldCount() == this.limits.maxFields()
				|| next - head.start - this.section > this.limits.maxFieldSection()) {
			return fail(RequestError.FIELDS_TOO_LARGE);
		}
		int section = head.start + this.section;
		head.addField(from - section, nameEnd - section, value - section, valueEnd - section);
		RequestError error = this.fields.field(bytes, from, nameEnd, value, valueEnd);
		return (error == null) ? next : fail(error);
	}

	private int badValue(byte octet) {
		return fail(
				(octet == Octets.CR || octet == Octets.LF) ? RequestError.BAD_LINE_END : RequestError.BAD_FIELD_VALUE);
	}

	private int endOfHead(byte[] bytes, int from, int end) {
		if (from + 1 == end) {
			return NEED_MORE;
		}
		if (bytes[from + 1] != Octets.LF) {
			return fail(RequestError.BAD_LINE_END);
		}
		RequestError error = this.fields.end();
		if (error != null) {
			return fail(error);
		}
		this.head.length = from + 2 - this.head.start;
		return from + 2;
	}

}
