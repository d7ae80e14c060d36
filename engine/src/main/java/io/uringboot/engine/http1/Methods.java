package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * The method names that the protocol itself treats differently (RFC 9110 §9.3).
 */
final class Methods {

	static final byte[] HEAD = "HEAD".getBytes(StandardCharsets.US_ASCII);

	static final byte[] OPTIONS = "OPTIONS".getBytes(StandardCharsets.US_ASCII);

	static final byte[] CONNECT = "CONNECT".getBytes(StandardCharsets.US_ASCII);

	private Methods() {
	}

}
