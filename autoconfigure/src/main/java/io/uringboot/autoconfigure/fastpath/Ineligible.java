package io.uringboot.autoconfigure.fastpath;

/**
 * Thrown while a handler method is examined: it stays on the standard path, for the
 * reason that the message gives.
 */
final class Ineligible extends RuntimeException {

	Ineligible(String reason) {
		super(reason, null, false, false);
	}

	/** The reason, which is always there. */
	String reason() {
		return String.valueOf(getMessage());
	}

}
