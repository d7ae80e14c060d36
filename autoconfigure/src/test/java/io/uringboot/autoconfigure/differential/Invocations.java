package io.uringboot.autoconfigure.differential;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which handler methods a context has called. The methods say so themselves, because any
 * interception would be a reason not to take the fast path.
 */
final class Invocations {

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private final List<String> recent = new ArrayList<>();

	private final Map<String, Long> counts = new TreeMap<>();

	/**
	 * Count a call of the method that calls this one.
	 */
	void count() {
		String method = STACK.walk((frames) -> frames.skip(1).findFirst().map(Invocations::nameOf).orElseThrow());
		synchronized (this.recent) {
			this.recent.add(method);
			this.counts.merge(method, 1L, Long::sum);
		}
	}

	private static String nameOf(StackFrame frame) {
		return frame.getDeclaringClass().getSimpleName() + "." + frame.getMethodName();
	}

	/**
	 * The calls since the last time, in their order.
	 * @return names as {@code class.method}
	 */
	List<String> takeRecent() {
		synchronized (this.recent) {
			List<String> taken = List.copyOf(this.recent);
			this.recent.clear();
			return taken;
		}
	}

	/**
	 * All calls so far.
	 * @return number of calls by {@code class.method}
	 */
	Map<String, Long> counts() {
		synchronized (this.recent) {
			return Collections.unmodifiableMap(new TreeMap<>(this.counts));
		}
	}

}
