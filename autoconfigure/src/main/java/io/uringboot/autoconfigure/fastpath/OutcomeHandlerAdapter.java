package io.uringboot.autoconfigure.fastpath;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;

import io.uringboot.autoconfigure.fastpath.OutcomeHandlerMapping.InvokedHandler;

/**
 * Gives WebFlux the outcome of a handler method that has been invoked on the fast path,
 * as if it had been invoked here: its value goes to the result handlers, its exception to
 * the application's exception handlers.
 */
final class OutcomeHandlerAdapter implements HandlerAdapter, Ordered {

	private final Supplier<RequestMappingHandlerAdapter> adapter;

	OutcomeHandlerAdapter(Supplier<RequestMappingHandlerAdapter> adapter) {
		this.adapter = adapter;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return handler instanceof InvokedHandler;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		HandlerMethod handlerMethod = ((InvokedHandler) handler).handlerMethod();
		Outcome outcome = ((InvokedHandler) handler).outcome();
		outcome.recorder().continueOn(exchange, outcome.started());
		Throwable failure = outcome.failure();
		if (failure != null) {
			return handleFailure(exchange, handlerMethod, failure);
		}
		HttpStatusCode status = ResponseStatuses.of(handlerMethod);
		if (status != null) {
			exchange.getResponse().setStatusCode(status);
		}
		if (outcome.value() == null && status != null) {
			return Mono.empty(); // the response is complete, as WebFlux sees it
		}
		DispatchExceptionHandler exceptionHandler = (failed, ex) -> handleFailure(failed, handlerMethod, ex);
		return Mono.just(result(handlerMethod, outcome.value()).setExceptionHandler(exceptionHandler));
	}

	private static HandlerResult result(HandlerMethod handlerMethod, @Nullable Object value) {
		return new HandlerResult(handlerMethod, value, handlerMethod.getReturnType());
	}

	private Mono<HandlerResult> handleFailure(ServerWebExchange exchange, HandlerMethod handlerMethod,
			Throwable failure) {
		return this.adapter.get().handle(exchange, RethrowingHandlerMethod.of(handlerMethod, failure));
	}

}
