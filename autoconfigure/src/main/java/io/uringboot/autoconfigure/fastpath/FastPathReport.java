package io.uringboot.autoconfigure.fastpath;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which handler methods the fast path answers, and why the others are left to the
 * standard path. The bean {@code Supplier<FastPathReport>} tells it at any time.
 * Immutable.
 *
 * @param closed why there is no fast path at all in this application; empty if there is
 * one
 * @param routes one entry for each method and path that a handler method is mapped to
 */
public record FastPathReport(List<String> closed, List<Route> routes) {

	/**
	 * Create a report.
	 * @param closed why there is no fast path, empty if there is one
	 * @param routes all routes
	 */
	public FastPathReport {
		closed = List.copyOf(closed);
		routes = List.copyOf(routes);
	}

	/**
	 * Count the routes that the fast path answers.
	 * @return the number of routes
	 */
	public long compiled() {
		return this.routes.stream().filter(Route::isCompiled).count();
	}

	/**
	 * A method and path with what answers them.
	 *
	 * @param method the request method, or {@code *} for all methods
	 * @param pattern the path as it is mapped, with the base path
	 * @param handler the handler method
	 * @param reason why it stays on the standard path, or {@code null} if the fast path
	 * answers it
	 */
	public record Route(String method, String pattern, String handler, @Nullable String reason) {

		/**
		 * Whether the fast path answers requests of this route.
		 * @return whether it does
		 */
		public boolean isCompiled() {
			return this.reason == null;
		}

	}

}
