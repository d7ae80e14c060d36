package io.uringboot.engine.fastpath;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The counters of one event loop. Only its thread writes, so counting is a plain addition
 * without an atomic instruction or a cache line that other loops write; readers see each
 * counter grow, possibly a moment late.
 */
final class LoopCounters {

	private static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(long[].class);

	private volatile long[] counts = new long[64];

	/** Counts one; on the event loop only. */
	void increment(int index) {
		long[] counts = this.counts;
		if (index >= counts.length) {
			counts = Arrays.copyOf(counts, Math.max(index + 1, counts.length * 2));
			this.counts = counts;
		}
		ELEMENTS.setOpaque(counts, index, counts[index] + 1);
	}

	/** The current count; any thread. */
	long get(int index) {
		long[] counts = this.counts;
		return (index < counts.length) ? (long) ELEMENTS.getOpaque(counts, index) : 0;
	}

}
