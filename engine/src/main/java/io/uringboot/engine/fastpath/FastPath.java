package io.uringboot.engine.fastpath;

import java.util.List;
import java.util.function.Supplier;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.http1.InPlaceResponder;
import org.jspecify.annotations.Nullable;

/**
 * The fast path of a server: routes that can be replaced while it runs, and what became
 * of the requests that they took. Thread-safe. A server gets it by
 * {@link io.uringboot.engine.http1.Http1Server#inPlace}.
 */
public final class FastPath implements Supplier<InPlaceResponder> {

	private final RouteCounters counters = new RouteCounters();

	private volatile ActiveRoutes active;

	private FastPath(FastPathRoutes routes) {
		this.active = new ActiveRoutes(routes, this.counters);
	}

	/**
	 * A fast path with the given routes.
	 * @param routes the routes
	 * @return the fast path
	 */
	public static FastPath of(FastPathRoutes routes) {
		return new FastPath(routes);
	}

	/**
	 * The routes that requests are looked up in.
	 * @return the current routes
	 */
	public FastPathRoutes routes() {
		return this.active.routes();
	}

	/**
	 * Replaces the routes, all at once. Requests that are looked up after this method has
	 * returned see the new ones only.
	 * @param routes the new routes
	 */
	public synchronized void replaceRoutes(FastPathRoutes routes) {
		this.active = new ActiveRoutes(routes, this.counters);
	}

	/**
	 * What became of requests so far.
	 * @return the numbers for each of the current routes, in the order in which they were
	 * added
	 */
	public List<RouteStatistics> statistics() {
		return this.active.statistics();
	}

	/**
	 * What became of all requests so far.
	 * @return the numbers, also for routes that have been replaced
	 */
	public RequestTotals totals() {
		return this.counters.totals();
	}

	/**
	 * Makes the responder of a new connection; called on its event loop.
	 * @return the responder
	 */
	@Override
	public InPlaceResponder get() {
		return new FastPathResponder(this, this.counters.ofCurrentLoop(), null);
	}

	/**
	 * The same fast path for a server that compresses its responses: handlers find the
	 * compression in their {@linkplain FastPathExchange#compression() exchange}.
	 * @param compression the compression, or null for none
	 * @return makes the responder of a new connection; called on its event loop
	 */
	public Supplier<InPlaceResponder> with(@Nullable Compression compression) {
		return () -> new FastPathResponder(this, this.counters.ofCurrentLoop(), compression);
	}

	ActiveRoutes active() {
		return this.active;
	}

}
