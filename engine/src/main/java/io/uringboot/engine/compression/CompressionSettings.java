package io.uringboot.engine.compression;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which responses are encoded, and how.
 *
 * @param codings the codings, the one that is used among those that a client likes
 * equally well first; those that are not {@linkplain ContentCoding#isAvailable()
 * available} are left out
 * @param gzipLevel effort of gzip, from 1 (fastest) to 9 (smallest)
 * @param brotliLevel effort of Brotli, from 0 (fastest) to 11 (smallest)
 * @param minResponseSize length in bytes of the smallest content that is encoded; a
 * content of unknown length is encoded
 * @param compressibleTypes whether content of a type is encoded, given the value of
 * {@code Content-Type}; thread-safe, and its answer for a value never changes
 * @param excludedUserAgents values of {@code User-Agent}, whole and without regard to
 * case, of clients that get no encoded content
 */
public record CompressionSettings(List<ContentCoding> codings, int gzipLevel, int brotliLevel, long minResponseSize,
		Predicate<String> compressibleTypes, Set<String> excludedUserAgents) {

	/** The level of gzip that zlib, Netty and Tomcat start from. */
	public static final int DEFAULT_GZIP_LEVEL = 6;

	/** The level of Brotli that Netty starts from. */
	public static final int DEFAULT_BROTLI_LEVEL = 4;

	/**
	 * Checks the ranges.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public CompressionSettings {
		codings = List.copyOf(codings);
		excludedUserAgents = Set.copyOf(excludedUserAgents);
		check("gzipLevel", gzipLevel, 1, 9);
		check("brotliLevel", brotliLevel, 0, 11);
		if (minResponseSize < 0) {
			throw new IllegalArgumentException("'minResponseSize' must not be negative but is " + minResponseSize);
		}
	}

	private static void check(String name, int value, int from, int to) {
		if (value < from || value > to) {
			throw new IllegalArgumentException("'%s' must be from %d to %d but is %d".formatted(name, from, to, value));
		}
	}

}
