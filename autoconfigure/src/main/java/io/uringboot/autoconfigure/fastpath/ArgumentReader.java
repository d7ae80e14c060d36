package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

/**
 * Reads one argument of a handler method from a request, exactly as WebFlux would resolve
 * it. Event loop only.
 */
interface ArgumentReader {

	/**
	 * Returned where the argument is missing, malformed, or written in a way that is left
	 * to the standard path: it has the request then, and answers it with the right error
	 * if there is one.
	 */
	Object DECLINED = new Object();

	/**
	 * Read the argument.
	 * @param exchange the request
	 * @param negotiated what was decided for the request's media types
	 * @return the argument, or {@link #DECLINED}
	 */
	@Nullable Object read(FastPathExchange exchange, Negotiated negotiated);

	/**
	 * Return the most octets of content that the argument is read from.
	 * @return the number of octets, 0 if no content is read
	 */
	default int maxContentLength() {
		return 0;
	}

}
