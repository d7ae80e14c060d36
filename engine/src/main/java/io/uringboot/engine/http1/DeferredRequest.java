package io.uringboot.engine.http1;

import java.util.Arrays;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer has been left for later, kept whole so that it can still take
 * the standard path.
 */
final class DeferredRequest {

	/** The head, and the content without the framing of chunks. */
	final byte[] octets;

	final int headLength;

	/** The trailer fields of a chunked content, if there were any. */
	final @Nullable HttpHeaders trailers;

	private DeferredRequest(byte[] octets, int headLength, @Nullable HttpHeaders trailers) {
		this.octets = octets;
		this.headLength = headLength;
		this.trailers = trailers;
	}

	/**
	 * Copies the request that is in the head's array.
	 * @param contentLength octets of content that follow the head there
	 * @param trailers the trailer fields, if there are any
	 */
	static DeferredRequest copyOf(RequestHead head, int contentLength, @Nullable HttpHeaders trailers) {
		int end = head.start + head.length + contentLength;
		return new DeferredRequest(Arrays.copyOfRange(head.bytes, head.start, end), head.length, trailers);
	}

	int contentLength() {
		return this.octets.length - this.headLength;
	}

}
