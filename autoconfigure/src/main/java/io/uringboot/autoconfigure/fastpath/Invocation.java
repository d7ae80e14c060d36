package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Invokes a handler method for a request and has the request answered with the outcome,
 * now or later.
 */
interface Invocation {

	/**
	 * Invoke the method.
	 * @param handlerMethod the method as it is mapped
	 * @param arguments its arguments
	 * @param negotiated what was negotiated
	 * @param exchange the request
	 * @return whether the request has been or will be answered; otherwise it goes to the
	 * standard path, with the outcome if there is one
	 */
	boolean invoke(HandlerMethod handlerMethod, @Nullable Object[] arguments, Negotiated negotiated,
			FastPathExchange exchange);

}
