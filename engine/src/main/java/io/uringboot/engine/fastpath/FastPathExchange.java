package io.uringboot.engine.fastpath;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * One request that a route of the fast path may answer. Nothing of it is decoded before
 * it is asked for; numbers are read without making a string of them.
 * <p>
 * One instance serves all requests of a connection: it is valid only until the handler
 * returns, and only on the connection's event loop. Whoever answers later takes what it
 * needs out before.
 */
public final class FastPathExchange {

	/**
	 * Returned in place of a number that is missing, out of range or not written in the
	 * plainest form: a minus sign if there is one, then digits. The handler should
	 * decline then, because the standard path may understand more or has to refuse it.
	 */
	public static final long NOT_PLAIN = Long.MIN_VALUE;

	private final QueryParameters query = new QueryParameters();

	private final RequestContent content = new RequestContent();

	private boolean queryRead;

	private @Nullable Route route;

	private @Nullable RequestHead head;

	private @Nullable ResponseWriter response;

	private final @Nullable Compression compression;

	FastPathExchange() {
		this(null);
	}

	FastPathExchange(@Nullable Compression compression) {
		this.compression = compression;
	}

	void start(Route route, RequestHead head, byte[] content, int offset, int length, ResponseWriter response) {
		this.route = route;
		this.head = head;
		this.content.set(content, offset, length);
		this.response = response;
	}

	void end() {
		this.route = null;
		this.head = null;
		this.response = null;
		this.content.clear();
		if (this.queryRead) {
			this.queryRead = false;
			this.query.clear();
		}
	}

	/**
	 * The request head with all field lines.
	 * @return the head
	 * @throws IllegalStateException if the handler has returned
	 */
	public RequestHead head() {
		return valid(this.head);
	}

	/**
	 * The request method, which is the one of the route.
	 * @return the method
	 * @throws IllegalStateException if the handler has returned
	 */
	public HttpMethod method() {
		HttpMethod method = valid(this.route).method;
		return (method != null) ? method : head().method();
	}

	/**
	 * The path as received, which is also the decoded one.
	 * @return the path
	 * @throws IllegalStateException if the handler has returned
	 */
	public String path() {
		RequestHead head = head();
		int start = head.pathStart();
		return new String(head.bytes(), start, head.pathEnd() - start, StandardCharsets.ISO_8859_1);
	}

	/**
	 * The value of a path variable, never empty.
	 * @param index the position of the variable in the route's path, from 0
	 * @return the value
	 * @throws IndexOutOfBoundsException if the route has no such variable
	 * @throws IllegalStateException if the handler has returned
	 */
	public String pathVariable(int index) {
		return PathVariables.text(head(), valid(this.route), index);
	}

	/**
	 * The value of a path variable as an {@code int}.
	 * @param index the position of the variable in the route's path, from 0
	 * @return the number, or {@link #NOT_PLAIN} if the value is not a decimal number of
	 * that range
	 * @throws IndexOutOfBoundsException if the route has no such variable
	 * @throws IllegalStateException if the handler has returned
	 */
	public long intPathVariable(int index) {
		return PathVariables.intValue(head(), valid(this.route), index);
	}

	/**
	 * The value of a path variable as a {@code long}.
	 * @param index the position of the variable in the route's path, from 0
	 * @return the number, or {@link #NOT_PLAIN} if the value is not a decimal number of
	 * at most 18 digits
	 * @throws IndexOutOfBoundsException if the route has no such variable
	 * @throws IllegalStateException if the handler has returned
	 */
	public long longPathVariable(int index) {
		return PathVariables.longValue(head(), valid(this.route), index);
	}

	/**
	 * The query parameters.
	 * @return the parameters
	 * @throws IllegalStateException if the handler has returned
	 */
	public QueryParameters query() {
		if (!this.queryRead) {
			this.query.read(head());
			this.queryRead = true;
		}
		return this.query;
	}

	/**
	 * Whether there is a field line with a name.
	 * @param lowerCaseName the name in lower case
	 * @return whether there is one
	 * @throws IllegalStateException if the handler has returned
	 */
	public boolean hasField(byte[] lowerCaseName) {
		return head().indexOfField(lowerCaseName, 0) >= 0;
	}

	/**
	 * The value of the first field line with a name.
	 * @param lowerCaseName the name in lower case
	 * @return the value, each octet one character, or null if there is none
	 * @throws IllegalStateException if the handler has returned
	 */
	public @Nullable String field(byte[] lowerCaseName) {
		int index = head().indexOfField(lowerCaseName, 0);
		return (index >= 0) ? head().fieldValue(index) : null;
	}

	/**
	 * The values of all field lines with a name, in their order.
	 * @param lowerCaseName the name in lower case
	 * @return the values, each octet one character
	 * @throws IllegalStateException if the handler has returned
	 */
	public List<String> fields(byte[] lowerCaseName) {
		RequestHead head = head();
		List<String> values = new ArrayList<>(2);
		for (int i = head.indexOfField(lowerCaseName, 0); i >= 0; i = head.indexOfField(lowerCaseName, i + 1)) {
			values.add(head.fieldValue(i));
		}
		return values;
	}

	/**
	 * Whether the client lets the connection persist (RFC 9112 §9.3).
	 * @return whether the connection may persist
	 * @throws IllegalStateException if the handler has returned
	 */
	public boolean isKeepAlive() {
		return head().isKeepAlive();
	}

	/**
	 * The array that holds the content, without the framing of chunks. It must not be
	 * changed, and not be kept.
	 * @return the array
	 */
	public byte[] content() {
		return this.content.bytes();
	}

	/**
	 * Index of the content's first octet in {@link #content()}.
	 * @return the index
	 */
	public int contentOffset() {
		return this.content.offset();
	}

	/**
	 * Octets of content.
	 * @return the length, 0 if there is none
	 * @throws IllegalStateException if the handler has returned
	 */
	public int contentLength() {
		return validContent().length();
	}

	/**
	 * The content as text.
	 * @param charset the character encoding
	 * @return the text; what is malformed is replaced
	 * @throws IllegalStateException if the handler has returned
	 */
	public String contentAsString(Charset charset) {
		return validContent().asString(charset);
	}

	/**
	 * The content as an {@code int}.
	 * @return the number, or {@link #NOT_PLAIN} if the content is not a decimal number of
	 * that range
	 * @throws IllegalStateException if the handler has returned
	 */
	public long contentAsInt() {
		return validContent().asInt();
	}

	/**
	 * The content as a {@code long}.
	 * @return the number, or {@link #NOT_PLAIN} if the content is not a decimal number of
	 * at most 18 digits
	 * @throws IllegalStateException if the handler has returned
	 */
	public long contentAsLong() {
		return validContent().asLong();
	}

	/**
	 * The channel of the connection. A handler that declines may leave an attribute with
	 * it for the standard path, which has the request next and no other one before.
	 * @return the channel
	 * @throws IllegalStateException if the handler has returned
	 */
	public Channel channel() {
		return response().channel();
	}

	/**
	 * The compression of the server, which the handler has to apply as the standard path
	 * does.
	 * @return the compression, or null if the server does not compress
	 */
	public @Nullable Compression compression() {
		return this.compression;
	}

	/**
	 * Takes the answer.
	 * @return the writer
	 * @throws IllegalStateException if the handler has returned
	 */
	public ResponseWriter response() {
		return valid(this.response);
	}

	private RequestContent validContent() {
		head();
		return this.content;
	}

	private static <T> T valid(@Nullable T present) {
		if (present == null) {
			throw new IllegalStateException("the exchange is valid only until the handler returns");
		}
		return present;
	}

}
