package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * The methods that the protocol itself treats differently (RFC 9110 §9.3), and GET: as
 * {@link RequestHead#methodCode()}.
 */
final class Methods {

	static final long GET = code("GET");

	static final long HEAD = code("HEAD");

	static final long OPTIONS = code("OPTIONS");

	static final long CONNECT = code("CONNECT");

	private Methods() {
	}

	private static long code(String name) {
		return RequestHead.methodCode(name.getBytes(StandardCharsets.US_ASCII));
	}

}
