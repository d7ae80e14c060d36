package io.uringboot.autoconfigure.actuate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.autoconfigure.fastpath.FastPathReport;
import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.RequestTotals;
import io.uringboot.engine.fastpath.RouteStatistics;
import org.jspecify.annotations.Nullable;

/**
 * The fast path.
 *
 * @param closed why there is no fast path in this application, empty if there is one
 * @param requests what became of all HTTP/1.1 requests
 * @param routes the routes
 */
record FastPathDescriptor(List<String> closed, RequestsDescriptor requests, List<RouteDescriptor> routes) {

	static FastPathDescriptor of(FastPathReport report, FastPath fastPath) {
		Map<String, RouteStatistics> statistics = new LinkedHashMap<>();
		fastPath.statistics().forEach((each) -> statistics.put(each.method() + " " + each.path(), each));
		List<RouteDescriptor> routes = new ArrayList<>();
		for (FastPathReport.Route route : report.routes()) {
			RouteStatistics counted = route.isCompiled() ? statistics.remove(route.method() + " " + route.pattern())
					: null;
			routes.add(new RouteDescriptor(route.method(), route.pattern(), route.handler(),
					route.isCompiled() ? "fast" : "standard", route.reason(), RouteRequestsDescriptor.of(counted)));
		}
		// Those that no handler method stands behind, such as static files.
		statistics.values()
			.forEach((each) -> routes.add(new RouteDescriptor(each.method().name(), each.path(), null, "fast", null,
					RouteRequestsDescriptor.of(each))));
		return new FastPathDescriptor(report.closed(), RequestsDescriptor.of(fastPath.totals()), routes);
	}

	/**
	 * Numbers of requests since the start.
	 *
	 * @param fast answered by the fast path
	 * @param standard answered by the standard path
	 * @param failed ended by an exception of the fast path's own
	 */
	record RequestsDescriptor(long fast, long standard, long failed) {

		static RequestsDescriptor of(RequestTotals totals) {
			return new RequestsDescriptor(totals.answered(), totals.standard(), totals.failed());
		}

	}

	/**
	 * A method and path.
	 *
	 * @param method the request method, {@code *} for all
	 * @param pattern the path
	 * @param handler the handler method, {@code null} if it is something else
	 * @param path {@code fast} or {@code standard}
	 * @param reason why it is the standard path
	 * @param requests numbers of requests, {@code null} on the standard path
	 */
	record RouteDescriptor(String method, String pattern, @Nullable String handler, String path,
			@Nullable String reason, @Nullable RouteRequestsDescriptor requests) {

	}

	/**
	 * Numbers of requests of one route since the start.
	 *
	 * @param answered answered by the fast path, or taken to be answered later
	 * @param declined left to the standard path
	 * @param failed ended by an exception of the fast path's own
	 */
	record RouteRequestsDescriptor(long answered, long declined, long failed) {

		static @Nullable RouteRequestsDescriptor of(@Nullable RouteStatistics statistics) {
			return (statistics != null)
					? new RouteRequestsDescriptor(statistics.answered(), statistics.declined(), statistics.failed())
					: null;
		}

	}

}
