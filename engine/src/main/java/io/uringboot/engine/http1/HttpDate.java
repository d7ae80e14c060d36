package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The value of the {@code Date} field (RFC 9110 §6.6.1, IMF-fixdate of §5.6.7), rendered
 * once a second. There is no timer: the clock is compared when a date is asked for,
 * because a task scheduled on an io_uring loop costs a submission with every wait.
 */
final class HttpDate {

	/** Octets of an IMF-fixdate. */
	static final int LENGTH = 29;

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static volatile Rendered current = new Rendered(0);

	private HttpDate() {
	}

	/** The current date; the array must not be changed. Any thread. */
	static byte[] now() {
		long second = System.currentTimeMillis() / 1000;
		Rendered rendered = current;
		if (rendered.second != second) {
			rendered = new Rendered(second);
			current = rendered;
		}
		return rendered.octets;
	}

	private static final class Rendered {

		private final long second;

		private final byte[] octets;

		private Rendered(long second) {
			this.second = second;
			this.octets = FORMAT.format(Instant.ofEpochSecond(second)).getBytes(StandardCharsets.US_ASCII);
		}

	}

}
