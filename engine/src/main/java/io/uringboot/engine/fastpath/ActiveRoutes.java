package io.uringboot.engine.fastpath;

import java.util.List;
import java.util.Objects;

import io.netty.handler.codec.http.HttpMethod;

/**
 * Routes in use, with the places of their counters. Immutable.
 */
final class ActiveRoutes {

	private final FastPathRoutes routes;

	private final RouteCounters counters;

	/** The first counter of each route, by the route's index. */
	private final int[] bases;

	ActiveRoutes(FastPathRoutes routes, RouteCounters counters) {
		this.routes = routes;
		this.counters = counters;
		this.bases = routes.handled().stream().mapToInt(counters::base).toArray();
	}

	FastPathRoutes routes() {
		return this.routes;
	}

	/** The place of the counter for one outcome of a route that has a handler. */
	int counter(Route route, int outcome) {
		return this.bases[route.index] + outcome;
	}

	List<RouteStatistics> statistics() {
		return this.routes.handled().stream().map(this::statistics).toList();
	}

	private RouteStatistics statistics(Route route) {
		HttpMethod method = Objects.requireNonNull(route.method);
		return new RouteStatistics(method, route.path.text(), sum(route, RouteCounters.ANSWERED),
				sum(route, RouteCounters.DECLINED), sum(route, RouteCounters.FAILED));
	}

	private long sum(Route route, int outcome) {
		return this.counters.sum(counter(route, outcome));
	}

}
