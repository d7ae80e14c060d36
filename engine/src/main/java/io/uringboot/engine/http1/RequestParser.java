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

	/** Of a part of the head, in place of the index behind it: octets are missing. */
	static final int NEED_MORE = -1;

	/** Of a part of the head, in place of the index behind it: it is refused. */
	static final int FAIL = -2;

	private final HttpLimits limits;

	private final RequestHead head;

	private final RequestLineParser requestLine;

	private final FieldSectionParser fieldSection;

	private final KnownFields known = new KnownFields();

	/** Octets known to hold no line feed, counted from the head's start; 0 if unknown. */
	private int searched;

	/** Where the field section starts; 0 as long as the request line is missing. */
	private int section;

	private @Nullable RequestError error;

	RequestParser(HttpLimits limits, RequestHead head) {
		this.limits = limits;
		this.head = head;
		this.requestLine = new RequestLineParser(limits, head);
		this.fieldSection = new FieldSectionParser(limits, head.fields);
	}

	/** Makes ready for the next head. */
	void reset() {
		this.requestLine.reset();
		this.searched = 0;
		this.section = 0;
		this.error = null;
	}

	/** Must be called when the array is filled anew. */
	void forget() {
		this.known.forget();
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
		RequestHead head = this.head;
		head.bytes = bytes;
		head.start = start;
		if (this.searched != 0) {
			if (Octets.indexOf(Octets.LF, bytes, start + this.searched, end) < 0) {
				return incomplete(start, end);
			}
			this.searched = 0;
		}
		if (this.section == 0) {
			int next = this.requestLine.parse(bytes, start, end);
			if (next < 0) {
				return (next == NEED_MORE) ? incomplete(start, end) : failed(this.requestLine.error());
			}
			this.section = head.section = next - start;
			if (this.known.follow(bytes, next, end, head.http11)) {
				return complete(bytes, next, next + this.known.length());
			}
			this.known.forget();
			this.fieldSection.reset();
		}
		int section = start + this.section;
		int next = this.fieldSection.parse(bytes, section, end, head.http11);
		if (next < 0) {
			return (next == NEED_MORE) ? incomplete(start, end) : failed(this.fieldSection.error());
		}
		return complete(bytes, section, next);
	}

	private Result complete(byte[] bytes, int section, int end) {
		RequestHead head = this.head;
		head.length = end - head.start;
		this.known.remember(bytes, section, end, head.http11);
		return Result.COMPLETE;
	}

	private Result incomplete(int start, int end) {
		this.searched = end - start;
		// the CR of a line end that counts for neither limit may be there already
		if (this.section == 0 && this.searched - this.requestLine.skipped() - 1 > this.limits.maxRequestLine()) {
			return failed(RequestError.REQUEST_LINE_TOO_LONG);
		}
		if (this.section != 0 && this.searched - this.section - 1 > this.limits.maxFieldSection()) {
			return failed(RequestError.FIELDS_TOO_LARGE);
		}
		return Result.INCOMPLETE;
	}

	private Result failed(@Nullable RequestError error) {
		this.error = error;
		return Result.FAILED;
	}

}
