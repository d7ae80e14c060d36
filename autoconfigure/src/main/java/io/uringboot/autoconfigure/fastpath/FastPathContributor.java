package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathHandler;
import io.uringboot.engine.fastpath.FastPathRoutes;

/**
 * Adds routes to the fast path of the server. Asked when all beans are there, before the
 * server takes requests; what concerns every request of the application (filters,
 * security, observation) is looked at before.
 */
@FunctionalInterface
public interface FastPathContributor {

	/**
	 * Adds routes.
	 * @param routes collects the routes
	 * @param recording makes handlers whose answers are recorded where requests are
	 * observed
	 */
	void contribute(FastPathRoutes.Builder routes, Recording recording);

	/**
	 * Has the answers of a handler recorded as those of the standard path are.
	 */
	@FunctionalInterface
	interface Recording {

		/**
		 * Wrap a handler that answers before it returns, if requests are observed.
		 * @param pattern the path pattern that its requests are observed by
		 * @param handler the handler
		 * @return a handler that answers the same
		 */
		FastPathHandler record(String pattern, FastPathHandler handler);

	}

}
