package io.uringboot.autoconfigure.fastpath;

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
	 */
	void contribute(FastPathRoutes.Builder routes);

}
