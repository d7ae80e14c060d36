package io.uringboot.autoconfigure.fastpath;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.FastPathHandler;

/**
 * Lets a handler answer that does so before it returns, unless something on the standard
 * path has to look at the request, and records its answers.
 */
final class RecordingHandler implements FastPathHandler {

	private final FastPathHandler delegate;

	private final String pattern;

	private final RequestConditions conditions;

	private final RequestRecorders recorders;

	private final Map<String, RequestRecorder> byMethod = new ConcurrentHashMap<>();

	RecordingHandler(FastPathHandler delegate, String pattern, RequestConditions conditions,
			RequestRecorders recorders) {
		this.delegate = delegate;
		this.conditions = conditions;
		this.pattern = pattern;
		this.recorders = recorders;
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		if (!this.conditions.areMet(exchange.head())) {
			return false;
		}
		RequestRecorder recorder = this.byMethod.computeIfAbsent(exchange.method().name(),
				(method) -> this.recorders.forRoute(method, this.pattern));
		long started = recorder.start();
		if (!this.delegate.handle(exchange)) {
			return false;
		}
		HttpResponseStatus status = exchange.response().status();
		if (status != null) {
			recorder.stop(started, status.code());
		}
		return true;
	}

}
