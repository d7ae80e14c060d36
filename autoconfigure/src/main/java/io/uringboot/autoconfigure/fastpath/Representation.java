package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.fastpath.PreEncodedResponse;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * An encoded response with what its requests may accept. Immutable.
 */
final class Representation {

	private static final byte[] ACCEPT = "accept".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ALL = MediaType.ALL_VALUE.getBytes(StandardCharsets.US_ASCII);

	private final PreEncodedResponse response;

	private final String contentType;

	private final @Nullable String acceptedType;

	private final byte @Nullable [] acceptedOctets;

	/**
	 * Create a representation.
	 * @param response the response
	 * @param contentType value of its {@code Content-Type} field
	 * @param acceptedType its media type without parameters, if a request for just that
	 * gets the same response
	 */
	Representation(PreEncodedResponse response, String contentType, @Nullable String acceptedType) {
		this.response = response;
		this.contentType = contentType;
		this.acceptedType = acceptedType;
		this.acceptedOctets = (acceptedType != null) ? acceptedType.getBytes(StandardCharsets.US_ASCII) : null;
	}

	PreEncodedResponse response() {
		return this.response;
	}

	/** Whether another response has the same media type. */
	boolean isOfSameType(Representation other) {
		return this.contentType.equals(other.contentType);
	}

	/**
	 * Whether this is what a request gets that asks for certain media types.
	 * @param mediaTypes the media types as they were resolved
	 * @return whether it is
	 */
	boolean isFor(List<MediaType> mediaTypes) {
		return isForAny(mediaTypes)
				|| (mediaTypes.size() == 1 && mediaTypes.get(0).toString().equals(this.acceptedType));
	}

	/** Whether a request leaves the media type open. */
	static boolean isForAny(List<MediaType> mediaTypes) {
		return mediaTypes.size() == 1 && mediaTypes.get(0).equals(MediaType.ALL);
	}

	/**
	 * Whether this is what a request gets by its {@code Accept} field.
	 * @param head the request
	 * @return whether it is
	 */
	boolean isFor(RequestHead head) {
		int index = head.indexOfField(ACCEPT, 0);
		return index < 0 || (head.indexOfField(ACCEPT, index + 1) < 0
				&& (isValue(head, index, ALL) || isValue(head, index, this.acceptedOctets)));
	}

	private static boolean isValue(RequestHead head, int index, byte @Nullable [] octets) {
		return octets != null
				&& Arrays.equals(head.bytes(), head.valueStart(index), head.valueEnd(index), octets, 0, octets.length);
	}

	/**
	 * Whether a server compresses this for those who accept that, and says so to all
	 * others.
	 * @param compression the compression of the server, if it has one
	 * @return whether it does
	 */
	boolean isCompressed(@Nullable Compression compression) {
		return compression != null && compression.isCompressible(this.contentType, this.response.contentLength());
	}

}
