package io.uringboot.autoconfigure.fastpath;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Invokes a method on the executor that WebFlux would invoke it on, so that it may block.
 */
final class BlockingInvocation implements Invocation {

	private final Target target;

	private final Executor executor;

	private final ResultWriter writer;

	private final RequestRecorder recorder;

	BlockingInvocation(Target target, Executor executor, ResultWriter writer, RequestRecorder recorder) {
		this.target = target;
		this.executor = executor;
		this.writer = writer;
		this.recorder = recorder;
	}

	@Override
	public boolean invoke(HandlerMethod handlerMethod, @Nullable Object[] arguments, Negotiated negotiated,
			FastPathExchange exchange) {
		PendingResult pending = new PendingResult(handlerMethod, exchange, negotiated, this.writer, this.recorder);
		try {
			this.executor.execute(() -> invoke(arguments, pending));
		}
		catch (RejectedExecutionException ex) {
			return false; // the standard path tries it too, and says so
		}
		return pending.answerOrDefer(exchange);
	}

	private void invoke(@Nullable Object[] arguments, PendingResult pending) {
		Object value;
		try {
			value = this.target.invoke(arguments);
		}
		catch (Throwable ex) {
			pending.complete(null, null, ex);
			return;
		}
		pending.complete(value, value, null);
	}

}
