package io.uringboot.engine.compression;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;

/**
 * What encoding has to do with the fields of a response.
 */
final class EncodedFields {

	private static final AsciiString VARY = AsciiString.cached("Vary");

	private static final AsciiString CONTENT_ENCODING = AsciiString.cached("Content-Encoding");

	private static final AsciiString CONTENT_LENGTH = AsciiString.cached("Content-Length");

	private static final AsciiString ETAG = AsciiString.cached("ETag");

	private static final AsciiString ACCEPT_ENCODING = AsciiString.cached("Accept-Encoding");

	private static final String WEAK = "W/";

	private EncodedFields() {
	}

	/**
	 * Whether status and fields let the content be encoded, whatever it is.
	 */
	static boolean allow(HttpResponse response) {
		int status = response.status().code();
		if (status < 200 || status == HttpResponseStatus.NO_CONTENT.code()
				|| status == HttpResponseStatus.RESET_CONTENT.code() || status == HttpResponseStatus.NOT_MODIFIED.code()
				// Ranges are those of the content as it is (RFC 9110 §14.2).
				|| status == HttpResponseStatus.PARTIAL_CONTENT.code()) {
			return false;
		}
		HttpHeaders headers = response.headers();
		return !headers.contains(HttpHeaderNames.CONTENT_ENCODING) && !headers.contains(HttpHeaderNames.CONTENT_RANGE)
		// RFC 9111 §5.2.2.6 binds intermediaries; whoever sets it here means us.
				&& !headers.containsValue(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_TRANSFORM, true);
	}

	/** Says that the response depends on the request's {@code Accept-Encoding}. */
	static void vary(HttpHeaders headers) {
		List<String> lines = headers.getAll(HttpHeaderNames.VARY);
		if (lines.isEmpty()) {
			headers.set(VARY, ACCEPT_ENCODING);
		}
		else if (!headers.containsValue(HttpHeaderNames.VARY, ACCEPT_ENCODING, true)
				&& !headers.containsValue(HttpHeaderNames.VARY, "*", true)) {
			headers.set(VARY, String.join(", ", lines) + ", " + ACCEPT_ENCODING);
		}
	}

	/**
	 * Says that the content is encoded. A strong entity tag would say that all that bear
	 * it are equal octet by octet (RFC 9110 §8.8.1), hence it becomes a weak one.
	 */
	static void encoded(HttpHeaders headers, ContentCoding coding) {
		headers.set(CONTENT_ENCODING, coding.token());
		String tag = headers.get(HttpHeaderNames.ETAG);
		if (tag != null && !tag.startsWith(WEAK)) {
			headers.set(ETAG, weakened(tag));
		}
	}

	/**
	 * The last of the fields of the content, before what is said of the connection, as in
	 * answers in place.
	 */
	static void length(HttpHeaders headers, int length) {
		headers.set(CONTENT_LENGTH, Integer.toString(length));
		List<String> connection = headers.getAll(HttpHeaderNames.CONNECTION);
		if (!connection.isEmpty()) {
			headers.remove(HttpHeaderNames.CONNECTION).add(HttpHeaderNames.CONNECTION, connection);
		}
	}

	/** The weak form of an entity tag. */
	static String weakened(String tag) {
		return tag.startsWith(WEAK) ? tag : WEAK + tag;
	}

	/**
	 * A 304 has the tag and the {@code Vary} of the response that the client holds (RFC
	 * 9110 §15.4.5): if it asks with the weak form of the tag, it holds an encoded one.
	 */
	static void notModified(HttpHeaders request, HttpHeaders response) {
		String tag = response.get(HttpHeaderNames.ETAG);
		if (tag == null || tag.startsWith(WEAK)) {
			return;
		}
		String weak = weakened(tag);
		for (String line : request.getAll(HttpHeaderNames.IF_NONE_MATCH)) {
			if (line.contains(weak)) {
				response.set(ETAG, weak);
				vary(response);
				return;
			}
		}
	}

}
