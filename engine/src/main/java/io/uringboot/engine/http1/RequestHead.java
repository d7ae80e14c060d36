package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.netty.handler.codec.http.HttpMethod;

/**
 * The head of one request, as offsets into the octets that were read: nothing is decoded
 * before it is asked for. It has been checked as a whole by the parser, so that every
 * accessor may rely on its syntax.
 * <p>
 * One instance serves all requests of a connection, one after the other: it is valid only
 * until the handler it was given to returns, and only on the connection's event loop.
 */
public final class RequestHead {

	byte[] bytes = new byte[0];

	/** Index of the head in {@link #bytes}; all other offsets count from here. */
	int start;

	int length;

	/** Where the field lines start; the offsets of the field lines count from there. */
	int section;

	int method;

	int methodEnd;

	/** See {@link #methodCode()}. */
	long methodCode;

	int target;

	int targetEnd;

	/** Index of the question mark, or the end of the target. */
	int pathEnd;

	int pathHash;

	/** The classes that every octet of the path belongs to. */
	int pathClasses;

	/** The classes that every octet of the query belongs to. */
	int queryClasses;

	boolean http11;

	/** The field lines and what they say. */
	final FieldLines fields = new FieldLines();

	RequestHead() {
	}

	/**
	 * The octets that {@link #pathStart()} and its like point into. They must not be
	 * changed, and not be kept.
	 * @return the octets
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Whether the method is the given one; methods are case-sensitive (RFC 9110 §9.1).
	 * @param name the method's name in US-ASCII
	 * @return whether the request has that method
	 */
	public boolean methodIs(byte[] name) {
		int from = this.start + this.method;
		int to = this.start + this.methodEnd;
		return Arrays.equals(this.bytes, from, to, name, 0, name.length);
	}

	/**
	 * The method as one number, which is faster to compare than its octets.
	 * @return the number that {@link #methodCode(byte[])} gives for the method's name
	 */
	public long methodCode() {
		return this.methodCode;
	}

	/**
	 * The number for a method.
	 * @param name the method's name in US-ASCII
	 * @return the octets as one number, the first one lowest; 0 for names of more than
	 * eight octets, which have no number
	 */
	public static long methodCode(byte[] name) {
		return Methods.code(name, 0, name.length);
	}

	/**
	 * The request method.
	 * @return the method, one of Netty's constants where there is one
	 */
	public HttpMethod method() {
		return (this.methodCode == Methods.GET) ? HttpMethod.GET
				: HttpMethod.valueOf(string(this.start + this.method, this.start + this.methodEnd));
	}

	/**
	 * The request target as received.
	 * @return the target
	 */
	public String target() {
		return string(this.start + this.target, this.start + this.targetEnd);
	}

	/**
	 * Index of the target's first octet in {@link #bytes()}.
	 * @return the index
	 */
	public int pathStart() {
		return this.start + this.target;
	}

	/**
	 * Index behind the path's last octet in {@link #bytes()}: of the question mark or of
	 * the target's end.
	 * @return the index
	 */
	public int pathEnd() {
		return this.start + this.pathEnd;
	}

	/**
	 * Hash of the path's octets: {@code h = 31 * h + octet}, as of a Latin-1
	 * {@link String}.
	 * @return the hash
	 */
	public int pathHash() {
		return this.pathHash;
	}

	/**
	 * Whether the target is in origin form (RFC 9112 §3.2.1) and its path consists of
	 * unreserved characters and slashes only, so that decoding it gives the path itself.
	 * @return whether the path is plain
	 */
	public boolean isPlainPath() {
		return (this.pathClasses & Octets.PLAIN_PATH) != 0 && this.bytes[this.start + this.target] == '/';
	}

	/**
	 * Whether the query consists of characters that RFC 3986 §3.4 allows there. Percent
	 * signs are allowed but not checked for what follows them. No query is plain.
	 * @return whether the query is plain
	 */
	public boolean isPlainQuery() {
		return (this.queryClasses & Octets.PLAIN_QUERY) != 0;
	}

	/**
	 * Index of the query's first octet in {@link #bytes()}, behind the question mark;
	 * equal to {@link #queryEnd()} if there is none or if it is empty.
	 * @return the index
	 */
	public int queryStart() {
		return Math.min(this.start + this.pathEnd + 1, queryEnd());
	}

	/**
	 * Index behind the query's last octet in {@link #bytes()}.
	 * @return the index
	 */
	public int queryEnd() {
		return this.start + this.targetEnd;
	}

	/**
	 * Whether the request says HTTP/1.1; it says HTTP/1.0 otherwise.
	 * @return whether the version is HTTP/1.1
	 */
	public boolean isHttp11() {
		return this.http11;
	}

	/**
	 * Whether the client lets the connection persist (RFC 9112 §9.3).
	 * @return whether the connection may persist
	 */
	public boolean isKeepAlive() {
		return !this.fields.close && (this.http11 || this.fields.keepAlive);
	}

	/**
	 * Whether the client waits for 100 before it sends the content (RFC 9110 §10.1.1).
	 * @return whether 100 is expected
	 */
	public boolean isExpectContinue() {
		return this.fields.expectContinue;
	}

	/**
	 * Whether the request has an {@code Upgrade} field (RFC 9110 §7.8).
	 * @return whether there is one
	 */
	public boolean isUpgrade() {
		return this.fields.upgrade;
	}

	/**
	 * Whether the content is framed by chunks (RFC 9112 §7.1).
	 * @return whether the content is chunked
	 */
	public boolean isChunked() {
		return this.fields.chunked;
	}

	/**
	 * The value of {@code Content-Length}.
	 * @return the length in bytes, -1 if the request has no such field
	 */
	public long contentLength() {
		return this.fields.contentLength;
	}

	/**
	 * Whether the request has no content, not even an empty chunked one.
	 * @return whether nothing follows the head
	 */
	public boolean hasNoContent() {
		return !this.fields.chunked && this.fields.contentLength <= 0;
	}

	/**
	 * The {@code Host} field line, of which there is at most one.
	 * @return its index, -1 if there is none
	 */
	public int hostField() {
		return this.fields.hostField;
	}

	/**
	 * How many field lines there are.
	 * @return the number of field lines
	 */
	public int fieldCount() {
		return this.fields.count();
	}

	/**
	 * Finds a field line by name.
	 * @param lowerCaseName the name in lower case
	 * @param from the index of the first field line to look at
	 * @return the index of the field line, -1 if there is none (any more)
	 */
	public int indexOfField(byte[] lowerCaseName, int from) {
		return this.fields.indexOf(lowerCaseName, from, this.bytes, this.start + this.section);
	}

	/**
	 * The name of a field line as received.
	 * @param index the index of the field line
	 * @return its name
	 */
	public String fieldName(int index) {
		int section = this.start + this.section;
		return string(section + this.fields.name(index), section + this.fields.nameEnd(index));
	}

	/**
	 * The value of a field line without the white space around it, each octet one
	 * character (RFC 9110 §5.5).
	 * @param index the index of the field line
	 * @return its value
	 */
	public String fieldValue(int index) {
		return string(valueStart(index), valueEnd(index));
	}

	/**
	 * Index of the first octet of a field line's value in {@link #bytes()}.
	 * @param index the index of the field line
	 * @return the index
	 */
	public int valueStart(int index) {
		return this.start + this.section + this.fields.value(index);
	}

	/**
	 * Index behind the last octet of a field line's value in {@link #bytes()}.
	 * @param index the index of the field line
	 * @return the index
	 */
	public int valueEnd(int index) {
		return this.start + this.section + this.fields.valueEnd(index);
	}

	private String string(int from, int to) {
		return new String(this.bytes, from, to - from, StandardCharsets.ISO_8859_1);
	}

}
