package io.uringboot.autoconfigure.fastpath;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.FastPathHandler;

/**
 * Answers requests in place with the response of a method, once there is one: the first
 * request invokes the method on the standard path, where it may also block or fail.
 */
final class PreEncodedHandler implements FastPathHandler {

	private final PreEncodedMethod method;

	private final RequestConditions conditions;

	private final RequestRecorder recorder;

	PreEncodedHandler(PreEncodedMethod method, RequestConditions conditions, RequestRecorder recorder) {
		this.method = method;
		this.conditions = conditions;
		this.recorder = recorder;
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		if (!this.conditions.areMet(exchange.head())) {
			return false;
		}
		Representation representation = this.method.current();
		if (representation == null || !representation.isFor(exchange.head())
				|| representation.isCompressed(exchange.compression())) {
			return false;
		}
		long started = this.recorder.start();
		if (!representation.response().handle(exchange)) {
			return false;
		}
		HttpResponseStatus status = exchange.response().status();
		if (status != null) {
			this.recorder.stop(started, status.code());
		}
		return true;
	}

}
