package io.uringboot.bench.profile;

import java.time.Duration;

/**
 * A request and its right answer.
 *
 * @param name name within the profile, usable as a file name
 * @param request what is sent
 * @param expectation what must come back
 * @param least the time an answer must take at least
 */
public record Exchange(String name, Request request, Expectation expectation, Duration least) {

	/**
	 * An exchange that may take as little time as it likes.
	 * @param name name within the profile, usable as a file name
	 * @param request what is sent
	 * @param expectation what must come back
	 */
	public Exchange(String name, Request request, Expectation expectation) {
		this(name, request, expectation, Duration.ZERO);
	}

}
