package io.uringboot.bench.generator;

/**
 * A generator failed; the message is the reason for the report.
 */
public final class GeneratorException extends Exception {

	GeneratorException(String message) {
		super(message);
	}

}
