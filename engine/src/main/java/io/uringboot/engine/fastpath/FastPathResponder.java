package io.uringboot.engine.fastpath;

import java.util.Set;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.http1.InPlaceResponder;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * The fast path on one connection.
 */
final class FastPathResponder implements InPlaceResponder {

	private final FastPath fastPath;

	private final LoopCounters counters;

	private final FastPathExchange exchange;

	private final Set<String> replacedHandlers;

	/** Where {@link #route} was found; they may have been replaced since. */
	private ActiveRoutes routes;

	private @Nullable Route route;

	FastPathResponder(FastPath fastPath, LoopCounters counters, @Nullable Compression compression) {
		this.fastPath = fastPath;
		this.counters = counters;
		this.exchange = new FastPathExchange(compression);
		this.replacedHandlers = (compression != null) ? Set.of(Compression.HANDLER) : Set.of();
		this.routes = fastPath.active();
	}

	@Override
	public int accept(RequestHead head) {
		if (!head.isPlainPath()) {
			return NOT_MINE;
		}
		ActiveRoutes routes = this.fastPath.active();
		Route route = routes.routes().find(head);
		if (route == null || route.handler == null || !PlainRequest.isPlain(head)) {
			return NOT_MINE;
		}
		this.routes = routes;
		this.route = route;
		return route.maxContentLength;
	}

	@Override
	public Set<String> replacedHandlers() {
		return this.replacedHandlers;
	}

	@Override
	public boolean respond(RequestHead head, byte[] content, int offset, int length, ResponseWriter response) {
		Route route = this.route;
		if (route == null || route.handler == null) {
			throw new IllegalStateException("no request has been accepted");
		}
		int outcome = RouteCounters.FAILED;
		this.exchange.start(route, head, content, offset, length, response);
		try {
			boolean handled = route.handler.handle(this.exchange);
			if (handled != response.isAnswered()) {
				throw contradiction(route, handled);
			}
			outcome = handled ? RouteCounters.ANSWERED : RouteCounters.DECLINED;
			return handled;
		}
		finally {
			this.exchange.end();
			this.counters.increment(this.routes.counter(route, outcome));
		}
	}

	@Override
	public void leftToStandardPath() {
		this.counters.increment(RouteCounters.STANDARD);
	}

	@Override
	public void passedOn() {
		this.counters.increment(RouteCounters.PASSED_ON);
	}

	private static IllegalStateException contradiction(Route route, boolean handled) {
		return new IllegalStateException("the handler of route '" + route + "' "
				+ (handled ? "returned true but has not answered" : "has answered but returned false"));
	}

}
