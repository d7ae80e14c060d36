package io.uringboot.engine.http1;

/**
 * How much of a request the decoder takes in before it refuses it. All sizes are bytes as
 * they stand on the wire.
 *
 * @param maxRequestLine the longest request line, without its line end; a longer one is
 * answered 414 (RFC 9110 §15.5.15). At least 16
 * @param maxFieldSection the largest header section, all field lines with their line ends
 * together; a larger one is answered 431 (RFC 6585 §5). At least 16
 * @param maxFields the most field lines of a header or trailer section; more are answered
 * 431. At least 1
 * @param maxChunkExtensions the most bytes that the chunk extensions of one request may
 * take together; more are answered 400 (RFC 9112 §7.1.1 asks for a limit). Not negative
 * @param maxTrailerSection the largest trailer section; a larger one is answered 431. Not
 * negative
 * @param maxHeld the most bytes kept of requests that wait behind an unfinished answer;
 * when they are reached the connection is not read any more. At least 1
 */
public record HttpLimits(int maxRequestLine, int maxFieldSection, int maxFields, int maxChunkExtensions,
		int maxTrailerSection, int maxHeld) {

	private static final HttpLimits DEFAULTS = new HttpLimits(8192, 8192, 100, 4096, 8192, 65536);

	/**
	 * Creates the limits.
	 * @throws IllegalArgumentException if a limit is out of its range; the message names
	 * it
	 */
	public HttpLimits {
		atLeast(16, maxRequestLine, "maxRequestLine");
		atLeast(16, maxFieldSection, "maxFieldSection");
		atLeast(1, maxFields, "maxFields");
		atLeast(0, maxChunkExtensions, "maxChunkExtensions");
		atLeast(0, maxTrailerSection, "maxTrailerSection");
		atLeast(1, maxHeld, "maxHeld");
	}

	/**
	 * The limits that hold unless something else is asked for: request line and header
	 * section 8 KiB each, 100 fields, 4 KiB of chunk extensions, 8 KiB of trailers, 64
	 * KiB held.
	 * @return the default limits
	 */
	public static HttpLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * These limits with another one of the request line.
	 * @param maxRequestLine the longest request line, in bytes
	 * @return new limits
	 */
	public HttpLimits withRequestLine(int maxRequestLine) {
		return new HttpLimits(maxRequestLine, this.maxFieldSection, this.maxFields, this.maxChunkExtensions,
				this.maxTrailerSection, this.maxHeld);
	}

	/**
	 * These limits with another one of the header section.
	 * @param maxFieldSection the largest header section, in bytes
	 * @return new limits
	 */
	public HttpLimits withFieldSection(int maxFieldSection) {
		return new HttpLimits(this.maxRequestLine, maxFieldSection, this.maxFields, this.maxChunkExtensions,
				this.maxTrailerSection, this.maxHeld);
	}

	private static void atLeast(int minimum, int value, String name) {
		if (value < minimum) {
			throw new IllegalArgumentException("'" + name + "' must be at least " + minimum + " but is " + value);
		}
	}

}
