package io.uringboot.engine.fastpath;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what becomes of requests, by route and event loop. A route keeps its numbers
 * when the routes are replaced and it is among the new ones.
 */
final class RouteCounters {

	static final int ANSWERED = 0;

	static final int DECLINED = 1;

	static final int FAILED = 2;

	private static final int OUTCOMES = 3;

	/** The index of the counter of requests that took the standard path. */
	static final int STANDARD = 0;

	/** The index of the counter of requests that did so after they had been deferred. */
	static final int PASSED_ON = 1;

	/** Indexes below are not those of routes. */
	private static final int RESERVED = 2;

	private final Map<Thread, LoopCounters> loops = new ConcurrentHashMap<>();

	private final Map<String, Integer> bases = new HashMap<>();

	/** The index of the first counter of a route. */
	synchronized int base(Route route) {
		int next = RESERVED + this.bases.size() * OUTCOMES;
		Integer present = this.bases.putIfAbsent(route.toString(), next);
		return (present != null) ? present : next;
	}

	/** The counters of the current thread. */
	LoopCounters ofCurrentLoop() {
		return this.loops.computeIfAbsent(Thread.currentThread(), (thread) -> new LoopCounters());
	}

	/**
	 * What became of all requests, also those of routes that are not in use any more.
	 */
	synchronized RequestTotals totals() {
		long passedOn = sum(PASSED_ON);
		long answered = 0;
		long failed = 0;
		for (int base : this.bases.values()) {
			answered += sum(base + ANSWERED);
			failed += sum(base + FAILED);
		}
		return new RequestTotals(answered - passedOn, sum(STANDARD) + passedOn, failed);
	}

	/** What all loops have counted. */
	long sum(int index) {
		return this.loops.values().stream().mapToLong((counters) -> counters.get(index)).sum();
	}

}
