package io.uringboot.bench.websocket;

/**
 * A histogram of times: 32 steps to each power of two of microseconds, so a percentile is
 * right to about 3 %.
 */
final class Latencies {

	private static final int STEP_BITS = 5;

	private static final int STEPS = 1 << STEP_BITS;

	private final long[] counts = new long[STEPS * 32];

	private long total;

	private double sum;

	void add(long nanos) {
		long micros = Math.max(0, nanos / 1000);
		this.counts[bucket(micros)]++;
		this.total++;
		this.sum += nanos / 1e3;
	}

	void addAll(Latencies others) {
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i] += others.counts[i];
		}
		this.total += others.total;
		this.sum += others.sum;
	}

	double mean() {
		return (this.total > 0) ? this.sum / this.total : 0;
	}

	long percentile(double percent) {
		long rank = (long) Math.ceil(this.total * percent / 100);
		long seen = 0;
		for (int i = 0; i < this.counts.length; i++) {
			seen += this.counts[i];
			if (seen >= rank && seen > 0) {
				return lowerBound(i);
			}
		}
		return 0;
	}

	private int bucket(long micros) {
		if (micros < STEPS) {
			return (int) micros;
		}
		int shift = 63 - Long.numberOfLeadingZeros(micros) - STEP_BITS;
		int bucket = (shift + 1) * STEPS + (int) (micros >>> shift) - STEPS;
		return Math.min(bucket, this.counts.length - 1);
	}

	private static long lowerBound(int bucket) {
		int shift = bucket / STEPS - 1;
		return (shift < 0) ? bucket : (long) (bucket % STEPS + STEPS) << shift;
	}

}
