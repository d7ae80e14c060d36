package io.uringboot.autoconfigure.fastpath;

import org.springframework.web.method.HandlerMethod;

/**
 * Thrown when {@link PreEncoded @PreEncoded} stands on a method that cannot have it.
 */
final class InvalidPreEncodedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	InvalidPreEncodedException(HandlerMethod handlerMethod, String problem, String remedy) {
		super("@PreEncoded cannot be on %s: %s.".formatted(handlerMethod.getShortLogMessage(), problem));
		this.remedy = remedy;
	}

	/** What to do about it. */
	String remedy() {
		return this.remedy;
	}

}
