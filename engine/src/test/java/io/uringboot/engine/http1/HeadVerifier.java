package io.uringboot.engine.http1;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parses a head at once and in every other way in which its octets may arrive, and
 * compares what becomes of it.
 */
final class HeadVerifier {

	private static final int OFFSET = 7;

	private static final byte BEHIND = 'Z';

	private final HttpLimits limits;

	HeadVerifier(HttpLimits limits) {
		this.limits = limits;
	}

	static void verify(HeadCase row) {
		new HeadVerifier(HttpLimits.defaults()).check(row);
	}

	/**
	 * Splits may show another fault of several first, so the status alone must be the
	 * same.
	 */
	void check(HeadCase row) {
		byte[] octets = row.octets();
		String expected = answer(row.expected());
		assertThat(outcome(octets)).as("at once").isEqualTo(row.expected());
		for (int split = 0; split <= octets.length; split++) {
			assertThat(answer(outcome(octets, split))).as("split at %d", split).isEqualTo(expected);
		}
		int[] every = new int[octets.length];
		for (int i = 0; i < every.length; i++) {
			every[i] = i;
		}
		assertThat(answer(outcome(octets, every))).as("one octet at a time").isEqualTo(expected);
	}

	/** The status where the outcome is an error, else the outcome. */
	private static String answer(String outcome) {
		for (RequestError error : RequestError.values()) {
			if (error.name().equals(outcome)) {
				return error.status().toString();
			}
		}
		return outcome;
	}

	/**
	 * What becomes of the octets. They stand at another index of another array with each
	 * part, as they do when a connection's octets are brought together in the loop's
	 * array; what is behind the last part must not be looked at.
	 */
	String outcome(byte[] octets, int... splits) {
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(this.limits, head);
		for (int i = 0; i <= splits.length; i++) {
			int length = (i < splits.length) ? splits[i] : octets.length;
			int start = OFFSET + i % 5;
			byte[] bytes = new byte[start + octets.length + 16];
			java.util.Arrays.fill(bytes, BEHIND);
			System.arraycopy(octets, 0, bytes, start, length);
			RequestParser.Result result = parser.parse(bytes, start, start + length);
			if (result == RequestParser.Result.FAILED) {
				return parser.error().name();
			}
			if (result == RequestParser.Result.COMPLETE) {
				assertThat(new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, head.length))
					.endsWith("\r\n\r\n");
				return describe(head);
			}
		}
		return "INCOMPLETE";
	}

	/** Method, target, version, framing and what the connection is asked for. */
	static String describe(RequestHead head) {
		StringBuilder text = new StringBuilder();
		text.append(head.method()).append(' ').append(head.target()).append(head.isHttp11() ? " 1.1" : " 1.0");
		if (head.isChunked()) {
			text.append(" chunked");
		}
		if (head.contentLength() >= 0) {
			text.append(" length=").append(head.contentLength());
		}
		text.append(head.isKeepAlive() ? "" : " close");
		text.append(head.isExpectContinue() ? " continue" : "");
		text.append(head.isUpgrade() ? " upgrade" : "");
		return text.toString();
	}

}
