package io.uringboot.engine.http1;

/**
 * What a test has a handler throw. It has no stack trace, which would only fill the log.
 */
final class ExpectedFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ExpectedFailure() {
		super("expected by the test", null, false, false);
	}

}
