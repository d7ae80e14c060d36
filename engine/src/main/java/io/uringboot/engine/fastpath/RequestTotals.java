package io.uringboot.engine.fastpath;

/**
 * What became of the HTTP/1.1 requests that reached the servers of a fast path, since it
 * was made. Together the numbers are those of all requests that were well-formed, but for
 * those whose client had gone before it was decided.
 *
 * @param answered requests that the fast path answered, or has taken to answer later
 * @param standard requests that took the standard path
 * @param failed requests whose handler ended with an exception
 */
public record RequestTotals(long answered, long standard, long failed) {

}
