package io.uringboot.engine.fastpath;

import io.uringboot.engine.http1.RequestHead;

/**
 * What a request must be, apart from its route, to be answered in place: the standard
 * path makes a URI of host and target and answers 400 where that fails, so everything
 * that might fail there is left to it.
 */
final class PlainRequest {

	private PlainRequest() {
	}

	/** Host and query; the path is looked at before it is looked up. */
	static boolean isPlain(RequestHead head) {
		return hasPlainHost(head) && head.isPlainQuery() && hasCompleteEscapes(head);
	}

	/**
	 * The parser has checked the field, but lets through IP literals that a URI does not
	 * take, and a colon without a port, which reactor-netty does not take.
	 */
	private static boolean hasPlainHost(RequestHead head) {
		int index = head.hostField();
		if (index < 0) {
			return !head.isHttp11();
		}
		int start = head.valueStart(index);
		int end = head.valueEnd(index);
		return start < end && head.bytes()[start] != '[' && head.bytes()[end - 1] != ':';
	}

	/** RFC 3986 §2.1: two hexadecimal digits after each percent sign. */
	private static boolean hasCompleteEscapes(RequestHead head) {
		byte[] bytes = head.bytes();
		int end = head.queryEnd();
		for (int i = head.queryStart(); i < end; i++) {
			if (bytes[i] == '%' && !(end - i > 2 && isHex(bytes[i + 1]) && isHex(bytes[i + 2]))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHex(byte octet) {
		return Character.digit((char) (octet & 0xff), 16) >= 0;
	}

}
