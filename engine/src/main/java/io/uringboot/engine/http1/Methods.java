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
		return code(name.getBytes(StandardCharsets.US_ASCII), 0, name.length());
	}

	/** What {@link RequestHead#methodCode(byte[])} says of the octets of a name. */
	static long code(byte[] bytes, int from, int to) {
		if (to - from > Long.BYTES) {
			return 0;
		}
		long code = 0;
		for (int i = to - 1; i >= from; i--) {
			code = code << Byte.SIZE | (bytes[i] & 0xff);
		}
		return code;
	}

}
