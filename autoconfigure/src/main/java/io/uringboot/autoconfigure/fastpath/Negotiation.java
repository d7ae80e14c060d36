package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request's media types by its {@code Accept} and {@code Content-Type} fields.
 * What WebFlux's own classes decided for the same octets before is remembered; requests
 * whose fields are none of those remembered take the standard path when there is no room
 * for more. Thread-safe.
 */
final class Negotiation {

	/** Clients that send more kinds of fields than these are served by WebFlux. */
	private static final int REMEMBERED = 16;

	/** Longer field values are not remembered. */
	private static final int MAX_LENGTH = 512;

	private static final byte[] ACCEPT = "accept".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] CONTENT_TYPE = "content-type".getBytes(StandardCharsets.US_ASCII);

	private final MediaTypeDecision decision;

	private final boolean withContent;

	private volatile Entry[] entries = {};

	/**
	 * Create a negotiation.
	 * @param decision how WebFlux decides
	 * @param withContent whether an argument is read from the content, so that its media
	 * type counts
	 */
	Negotiation(MediaTypeDecision decision, boolean withContent) {
		this.decision = decision;
		this.withContent = withContent;
	}

	/**
	 * Decide for a request.
	 * @param exchange the request
	 * @return what was decided, or {@code null} if the request is for the standard path
	 */
	@Nullable Negotiated negotiate(FastPathExchange exchange) {
		RequestHead head = exchange.head();
		int accept = head.indexOfField(ACCEPT, 0);
		int contentType = this.withContent ? head.indexOfField(CONTENT_TYPE, 0) : -1;
		for (Entry entry : this.entries) {
			if (entry.isFor(head, accept, contentType)) {
				return isOnlyOne(head, accept, contentType) ? entry.negotiated : null;
			}
		}
		return isOnlyOne(head, accept, contentType) ? remember(exchange, accept, contentType) : null;
	}

	private static boolean isOnlyOne(RequestHead head, int accept, int contentType) {
		return (accept < 0 || head.indexOfField(ACCEPT, accept + 1) < 0)
				&& (contentType < 0 || head.indexOfField(CONTENT_TYPE, contentType + 1) < 0);
	}

	private synchronized @Nullable Negotiated remember(FastPathExchange exchange, int accept, int contentType) {
		RequestHead head = exchange.head();
		byte[] acceptOctets = octets(head, accept);
		byte[] contentTypeOctets = octets(head, contentType);
		Entry[] entries = this.entries;
		if (entries.length == REMEMBERED || isLong(acceptOctets) || isLong(contentTypeOctets)) {
			return null;
		}
		Negotiated negotiated = this.decision.decide(exchange.path(), text(acceptOctets), text(contentTypeOctets));
		Entry[] more = Arrays.copyOf(entries, entries.length + 1);
		more[entries.length] = new Entry(acceptOctets, contentTypeOctets, negotiated);
		this.entries = more;
		return negotiated;
	}

	private static boolean isLong(byte @Nullable [] octets) {
		return octets != null && octets.length > MAX_LENGTH;
	}

	private static byte @Nullable [] octets(RequestHead head, int index) {
		return (index >= 0) ? Arrays.copyOfRange(head.bytes(), head.valueStart(index), head.valueEnd(index)) : null;
	}

	private static @Nullable String text(byte @Nullable [] octets) {
		return (octets != null) ? new String(octets, StandardCharsets.ISO_8859_1) : null;
	}

	private record Entry(byte @Nullable [] accept, byte @Nullable [] contentType, @Nullable Negotiated negotiated) {

		boolean isFor(RequestHead head, int acceptIndex, int contentTypeIndex) {
			return isEqual(this.accept, head, acceptIndex) && isEqual(this.contentType, head, contentTypeIndex);
		}

		private static boolean isEqual(byte @Nullable [] octets, RequestHead head, int index) {
			if (octets == null || index < 0) {
				return octets == null && index < 0;
			}
			return Arrays.equals(octets, 0, octets.length, head.bytes(), head.valueStart(index), head.valueEnd(index));
		}

	}

}
