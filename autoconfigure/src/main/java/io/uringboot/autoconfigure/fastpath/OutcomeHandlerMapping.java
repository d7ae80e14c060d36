package io.uringboot.autoconfigure.fastpath;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the handler of a request whose handler method has been invoked on the fast path.
 * The mapping that the method stands in is asked as for any other request, so that all
 * attributes are there that others look at.
 */
final class OutcomeHandlerMapping implements HandlerMapping, Ordered {

	private final Supplier<? extends HandlerMapping> mapping;

	OutcomeHandlerMapping(Supplier<? extends HandlerMapping> mapping) {
		this.mapping = mapping;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		Outcome outcome = outcome(exchange.getRequest());
		return (outcome != null) ? getHandler(exchange, outcome) : Mono.empty();
	}

	private Mono<Object> getHandler(ServerWebExchange exchange, Outcome outcome) {
		return this.mapping.get().getHandler(exchange).map((handler) -> {
			if (handler instanceof HandlerMethod mapped && isSame(outcome.handlerMethod(), mapped)) {
				return new InvokedHandler(mapped, outcome);
			}
			throw new IllegalStateException("The handler method " + outcome.handlerMethod()
					+ " was invoked for this request, which is mapped to " + handler + " now");
		});
	}

	private static boolean isSame(HandlerMethod invoked, HandlerMethod mapped) {
		return invoked.equals(mapped) || invoked.equals(mapped.getResolvedFromHandlerMethod());
	}

	private static @Nullable Outcome outcome(ServerHttpRequest request) {
		Object nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
		if (!(nativeRequest instanceof Connection connection)) {
			return null;
		}
		Outcome outcome = Outcome.takeFrom(connection.channel());
		return (outcome != null && nativeRequest instanceof reactor.netty.http.server.HttpServerRequest http
				&& outcome.target().equals(http.uri())) ? outcome : null;
	}

	/**
	 * A handler that has been invoked.
	 *
	 * @param handlerMethod the handler method with its bean
	 * @param outcome what it did
	 */
	record InvokedHandler(HandlerMethod handlerMethod, Outcome outcome) {

	}

}
