package io.uringboot.engine.fastpath;

import io.netty.handler.codec.http.HttpMethod;

/**
 * What became of the requests that reached the handler of a route, since the fast path
 * was made.
 *
 * @param method the route's method
 * @param path the route's path
 * @param answered requests that were answered, or left to be answered later
 * @param declined requests that the handler left to the standard path
 * @param failed requests whose handler ended with an exception
 */
public record RouteStatistics(HttpMethod method, String path, long answered, long declined, long failed) {

}
