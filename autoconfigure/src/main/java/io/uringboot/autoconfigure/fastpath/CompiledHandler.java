package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.FastPathHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Answers the requests to a handler method in place. All that may lead to declining
 * without effect comes before the method is invoked; afterwards what cannot be written
 * here goes to the standard path together with the outcome.
 */
final class CompiledHandler implements FastPathHandler {

	private static final @Nullable Object[] NO_ARGUMENTS = {};

	private final HandlerMethod handlerMethod;

	private final RequestConditions conditions;

	private final Negotiation negotiation;

	private final ArgumentReader[] arguments;

	private final Invocation invocation;

	CompiledHandler(HandlerMethod handlerMethod, RequestConditions conditions, Negotiation negotiation,
			ArgumentReader[] arguments, Invocation invocation) {
		this.handlerMethod = handlerMethod;
		this.conditions = conditions;
		this.negotiation = negotiation;
		this.arguments = arguments;
		this.invocation = invocation;
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		if (!this.conditions.areMet(exchange.head())) {
			return false;
		}
		Negotiated negotiated = this.negotiation.negotiate(exchange);
		if (negotiated == null) {
			return false;
		}
		@Nullable Object @Nullable [] arguments = arguments(exchange, negotiated);
		return arguments != null && this.invocation.invoke(this.handlerMethod, arguments, negotiated, exchange);
	}

	private @Nullable Object @Nullable [] arguments(FastPathExchange exchange, Negotiated negotiated) {
		ArgumentReader[] readers = this.arguments;
		if (readers.length == 0) {
			return NO_ARGUMENTS;
		}
		@Nullable Object[] arguments = new @Nullable Object[readers.length];
		for (int i = 0; i < readers.length; i++) {
			Object argument = readers[i].read(exchange, negotiated);
			if (argument == ArgumentReader.DECLINED) {
				return null;
			}
			arguments[i] = argument;
		}
		return arguments;
	}

	/**
	 * Return the most octets of content that requests may have.
	 * @return the number of octets
	 */
	int maxContentLength() {
		int most = 0;
		for (ArgumentReader reader : this.arguments) {
			most = Math.max(most, reader.maxContentLength());
		}
		return most;
	}

}
