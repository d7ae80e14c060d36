package io.uringboot.engine.http1;

import java.util.Set;

/**
 * Answers requests in place, on the event loop and before they become messages. One
 * instance belongs to one connection; all methods are called on its event loop and must
 * not block.
 */
public interface InPlaceResponder {

	/**
	 * What {@link #accept} returns for a request that takes the standard path.
	 */
	int NOT_MINE = -1;

	/**
	 * Decides by its head whether a request may be answered in place.
	 * @param head the head
	 * @return {@link #NOT_MINE}, or the most octets of content that the request may have;
	 * with more it takes the standard path
	 */
	int accept(RequestHead head);

	/**
	 * Names of handlers behind the codec whose work the responder does itself, so that
	 * requests may be answered in place although these handlers do not see them.
	 * @return the names
	 */
	default Set<String> replacedHandlers() {
		return Set.of();
	}

	/**
	 * Answers the request that was accepted last, or declines it: it then takes the
	 * standard path as if it had never been here.
	 * @param head the head
	 * @param content array with the whole content
	 * @param offset index of the content's first octet
	 * @param length octets of content
	 * @param response takes the answer
	 * @return whether the request has been answered, or will be by a deferred response
	 */
	boolean respond(RequestHead head, byte[] content, int offset, int length, ResponseWriter response);

	/**
	 * A request takes the standard path: one that was not accepted, was declined, or
	 * could not be offered.
	 */
	default void leftToStandardPath() {
	}

	/**
	 * A request that {@link #respond} has taken, to be answered later, takes the standard
	 * path after all.
	 */
	default void passedOn() {
	}

}
