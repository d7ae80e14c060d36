package io.uringboot.bench.process;

/**
 * A server could not be brought to the point where it can be measured; the message is the
 * reason for the report.
 */
public final class StartException extends Exception {

	StartException(String message) {
		super(message);
	}

}
