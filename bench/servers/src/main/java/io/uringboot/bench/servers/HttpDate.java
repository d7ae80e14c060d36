package io.uringboot.bench.servers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The value of the {@code Date} field during one second.
 *
 * @param second the second since the epoch
 * @param text the value
 */
record HttpDate(long second, String text) {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	static HttpDate at(Instant instant) {
		return new HttpDate(instant.getEpochSecond(), FORMAT.format(instant));
	}

}
