package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;

import io.uringboot.engine.http1.RequestHead;

/**
 * The values of the variables of a route's path, read from a path that the route matches
 * and that is equal to itself decoded.
 */
final class PathVariables {

	private PathVariables() {
	}

	static String text(RequestHead head, Route route, int variable) {
		int start = start(head, route, variable);
		return new String(head.bytes(), start, end(head, start) - start, StandardCharsets.ISO_8859_1);
	}

	/** The number, or {@link FastPathExchange#NOT_PLAIN}. */
	static long intValue(RequestHead head, Route route, int variable) {
		int start = start(head, route, variable);
		return PlainNumber.parseInt(head.bytes(), start, end(head, start));
	}

	/** The number, or {@link FastPathExchange#NOT_PLAIN}. */
	static long longValue(RequestHead head, Route route, int variable) {
		int start = start(head, route, variable);
		return PlainNumber.parseLong(head.bytes(), start, end(head, start));
	}

	private static int start(RequestHead head, Route route, int variable) {
		int index = head.pathStart() + 1;
		for (int segment = route.segmentOf(variable); segment > 0; segment--) {
			index = end(head, index) + 1;
		}
		return index;
	}

	/** The end of the segment that starts at the index. */
	private static int end(RequestHead head, int from) {
		byte[] bytes = head.bytes();
		int end = head.pathEnd();
		int index = from;
		while (index < end && bytes[index] != '/') {
			index++;
		}
		return index;
	}

}
