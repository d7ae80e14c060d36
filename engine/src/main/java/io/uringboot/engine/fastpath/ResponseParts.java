package io.uringboot.engine.fastpath;

import java.nio.ByteBuffer;
import java.util.List;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * A response that is yet to be sent, without {@code Content-Length} and {@code Date}.
 * Immutable.
 */
public final class ResponseParts {

	private final HttpResponseStatus status;

	private final List<Field> fields;

	private final byte[] content;

	ResponseParts(HttpResponseStatus status, List<Field> fields, byte[] content) {
		this.status = status;
		this.fields = fields;
		this.content = content;
	}

	/**
	 * The status.
	 * @return the status
	 */
	public HttpResponseStatus status() {
		return this.status;
	}

	/**
	 * The field lines.
	 * @return the fields in their order
	 */
	public List<Field> fields() {
		return this.fields;
	}

	/**
	 * Whether the status allows a content, which then has a length even if it is empty
	 * (RFC 9110 §8.6).
	 * @return whether there may be content
	 */
	public boolean allowsContent() {
		return !this.status.equals(HttpResponseStatus.NO_CONTENT)
				&& !this.status.equals(HttpResponseStatus.NOT_MODIFIED);
	}

	/**
	 * The content.
	 * @return a read-only view
	 */
	public ByteBuffer content() {
		return ByteBuffer.wrap(this.content).asReadOnlyBuffer();
	}

	byte[] octets() {
		return this.content;
	}

	/**
	 * A field line.
	 *
	 * @param name the field name
	 * @param value the field value
	 */
	public record Field(String name, String value) {

	}

}
