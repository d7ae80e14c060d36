package io.uringboot.engine.fastpath;

/**
 * Answers the requests of a route in place. One instance serves all connections, from
 * several event loops at a time; it must not block.
 */
@FunctionalInterface
public interface FastPathHandler {

	/**
	 * Answers a request through {@link FastPathExchange#response()}, now or later by
	 * {@link io.uringboot.engine.http1.ResponseWriter#defer()}, or declines it: the
	 * request then takes the standard path as if it had never been here. So everything
	 * that may lead to declining comes before the first effect.
	 * <p>
	 * An exception ends the connection, with status 500 if nothing had been written.
	 * @param exchange the request, valid until this method returns
	 * @return whether the request has been or will be answered
	 */
	boolean handle(FastPathExchange exchange);

}
