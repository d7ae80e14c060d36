package io.uringboot.engine.http1;

import org.jspecify.annotations.Nullable;

/**
 * Parses the field section of a head (RFC 9112 §5) and the empty line that ends it. Lines
 * that were taken in are not looked at again when more octets have come.
 */
final class FieldSectionParser {

	private final HttpLimits limits;

	private final FieldLines lines;

	/** The fields that decide about framing and connection. */
	private final FieldInterpreter interpreter;

	/** Octets of the section taken in: complete lines. */
	private int taken;

	private @Nullable RequestError error;

	FieldSectionParser(HttpLimits limits, FieldLines lines) {
		this.limits = limits;
		this.lines = lines;
		this.interpreter = new FieldInterpreter(lines);
	}

	/** Makes ready for the section of the next head. */
	void reset() {
		this.taken = 0;
		this.lines.reset();
		this.interpreter.reset();
	}

	/** Why the section is refused. */
	@Nullable RequestError error() {
		return this.error;
	}

	/**
	 * Goes on with the section.
	 * @param bytes the octets
	 * @param section the index of the section's first octet
	 * @param end the index behind the last octet that is there
	 * @param http11 the version that the request line tells
	 * @return the index behind the head, {@link RequestParser#NEED_MORE} or
	 * {@link RequestParser#FAIL}
	 */
	int parse(byte[] bytes, int section, int end, boolean http11) {
		int next = section + this.taken;
		while (next < end) {
			if (bytes[next] == Octets.CR) {
				return endOfHead(bytes, next, end, http11);
			}
			next = fieldLine(bytes, section, next, end);
			if (next < 0) {
				return next;
			}
			this.taken = next - section;
		}
		return RequestParser.NEED_MORE;
	}

	private int fieldLine(byte[] bytes, int section, int from, int end) {
		int index = from;
		while (index < end && Octets.is(Octets.TOKEN, bytes[index])) {
			index++;
		}
		if (index == end) {
			return RequestParser.NEED_MORE;
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
			return (index == end || bytes[index] == Octets.CR) ? RequestParser.NEED_MORE : badValue(bytes[index]);
		}
		if (bytes[index] != Octets.CR || bytes[index + 1] != Octets.LF) {
			return badValue(bytes[index]);
		}
		int valueEnd = index;
		while (valueEnd > value && (bytes[valueEnd - 1] == Octets.SP || bytes[valueEnd - 1] == Octets.HTAB)) {
			valueEnd--;
		}
		int next = index + 2;
		if (this.lines.count() == this.limits.maxFields() || next - section > this.limits.maxFieldSection()) {
			return fail(RequestError.FIELDS_TOO_LARGE);
		}
		this.lines.add(from - section, nameEnd - section, value - section, valueEnd - section);
		RequestError error = this.interpreter.field(bytes, from, nameEnd, value, valueEnd);
		return (error == null) ? next : fail(error);
	}

	private int badValue(byte octet) {
		return fail(
				(octet == Octets.CR || octet == Octets.LF) ? RequestError.BAD_LINE_END : RequestError.BAD_FIELD_VALUE);
	}

	private int endOfHead(byte[] bytes, int from, int end, boolean http11) {
		if (from + 1 == end) {
			return RequestParser.NEED_MORE;
		}
		if (bytes[from + 1] != Octets.LF) {
			return fail(RequestError.BAD_LINE_END);
		}
		RequestError error = this.interpreter.end(http11);
		return (error == null) ? from + 2 : fail(error);
	}

	private int fail(RequestError error) {
		this.error = error;
		return RequestParser.FAIL;
	}

}
