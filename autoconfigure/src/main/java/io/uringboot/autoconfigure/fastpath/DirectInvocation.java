package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Invokes a method on the event loop and writes what it returns.
 */
final class DirectInvocation implements Invocation {

	private final Target target;

	private final ResultWriter writer;

	private final RequestRecorder recorder;

	DirectInvocation(Target target, ResultWriter writer, RequestRecorder recorder) {
		this.target = target;
		this.writer = writer;
		this.recorder = recorder;
	}

	@Override
	public boolean invoke(HandlerMethod handlerMethod, @Nullable Object[] arguments, Negotiated negotiated,
			FastPathExchange exchange) {
		long started = this.recorder.start();
		Object value;
		try {
			value = this.target.invoke(arguments);
		}
		catch (Throwable ex) {
			return leave(new Outcome(handlerMethod, exchange.head().target(), null, ex, this.recorder, started),
					exchange);
		}
		int status = write(value, negotiated, exchange);
		if (status == ResultWriter.NOTHING_WRITTEN) {
			return leave(new Outcome(handlerMethod, exchange.head().target(), value, null, this.recorder, started),
					exchange);
		}
		this.recorder.stop(started, status);
		return true;
	}

	private static boolean leave(Outcome outcome, FastPathExchange exchange) {
		outcome.leaveWith(exchange.channel());
		return false;
	}

	private int write(@Nullable Object value, Negotiated negotiated, FastPathExchange exchange) {
		try {
			return this.writer.write(value, negotiated, negotiated.output(exchange), exchange.response());
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (exchange.response().isAnswered()) {
				throw ex;
			}
			return ResultWriter.NOTHING_WRITTEN; // fails there again, and is handled
		}
	}

}
