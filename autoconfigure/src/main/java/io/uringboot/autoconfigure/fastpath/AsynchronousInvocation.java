package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.web.method.HandlerMethod;

/**
 * Invokes a method that returns a {@code Mono} or what can be adapted to one, and writes
 * the value when it is there.
 */
final class AsynchronousInvocation implements Invocation {

	private final Target target;

	private final ReactiveAdapter adapter;

	private final ResultWriter writer;

	private final RequestRecorder recorder;

	AsynchronousInvocation(Target target, ReactiveAdapter adapter, ResultWriter writer, RequestRecorder recorder) {
		this.target = target;
		this.adapter = adapter;
		this.writer = writer;
		this.recorder = recorder;
	}

	@Override
	public boolean invoke(HandlerMethod handlerMethod, @Nullable Object[] arguments, Negotiated negotiated,
			FastPathExchange exchange) {
		PendingResult pending = new PendingResult(handlerMethod, exchange, negotiated, this.writer, this.recorder);
		Publisher<?> publisher;
		try {
			publisher = this.adapter.toPublisher(this.target.invoke(arguments));
		}
		catch (Throwable ex) {
			pending.complete(null, null, ex);
			return pending.answerOrDefer(exchange);
		}
		Mono.from(publisher).subscribe(new ResultSubscriber(pending));
		return pending.answerOrDefer(exchange);
	}

}
