package io.uringboot.bench.generator;

import org.jspecify.annotations.Nullable;

/**
 * What a generator counted.
 *
 * @param generator the generator and its version
 * @param seconds the window it counted in
 * @param succeeded answers with status 2xx
 * @param otherStatus answers with another status
 * @param errors connections and requests that failed
 * @param bytesRead bytes of all answers, heads included
 * @param latency times from request to answer
 * @param reconnects connections opened after the first ones, {@code null} where the
 * generator does not tell
 */
public record LoadResult(String generator, double seconds, long succeeded, long otherStatus, Errors errors,
		long bytesRead, Latency latency, @Nullable Long reconnects) {

	/**
	 * Returns right answers per second.
	 * @return the rate
	 */
	public double rate() {
		return this.succeeded / this.seconds;
	}

	/**
	 * Returns bytes per answer, head included.
	 * @return the mean
	 */
	public double bytesPerResponse() {
		return (double) this.bytesRead / Math.max(1, this.succeeded + this.otherStatus);
	}

	LoadResult withLatency(Latency latency) {
		return new LoadResult(this.generator, this.seconds, this.succeeded, this.otherStatus, this.errors,
				this.bytesRead, latency, this.reconnects);
	}

	/**
	 * Failures below HTTP.
	 *
	 * @param connect connections that could not be made
	 * @param read answers that did not come or broke off
	 * @param write requests that could not be sent
	 * @param timeout requests given up
	 */
	public record Errors(long connect, long read, long write, long timeout) {

		/**
		 * Returns how many there were.
		 * @return the sum
		 */
		public long total() {
			return this.connect + this.read + this.write + this.timeout;
		}

	}

	/**
	 * Times in microseconds.
	 *
	 * @param mean the arithmetic mean, {@code null} where the generator does not tell
	 * @param p50 the median, {@code null} where the generator does not tell
	 * @param p99 the 99th percentile, {@code null} where the generator does not tell
	 */
	public record Latency(@Nullable Double mean, @Nullable Double p50, @Nullable Double p99) {

		/**
		 * No times at all.
		 */
		public static final Latency UNKNOWN = new Latency(null, null, null);

	}

}
