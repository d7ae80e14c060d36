package io.uringboot.autoconfigure.actuate;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.uringboot.autoconfigure.ServerState;
import io.uringboot.autoconfigure.ServerState.EventLoopsState;
import io.uringboot.engine.fastpath.FastPath;
import org.jspecify.annotations.Nullable;

/**
 * Meters of the engine. They read what the engine counts anyway.
 */
final class UringMetrics implements MeterBinder {

	private final Supplier<ServerState> server;

	private final @Nullable FastPath fastPath;

	UringMetrics(Supplier<ServerState> server, @Nullable FastPath fastPath) {
		this.server = server;
		this.fastPath = fastPath;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.fastPath != null) {
			FunctionCounter
				.builder("uring.requests", this.fastPath, (path) -> path.totals().answered() + path.totals().failed())
				.tag("path", "fast")
				.description("HTTP/1.1 requests by the path that answered them")
				.register(registry);
			FunctionCounter.builder("uring.requests", this.fastPath, (path) -> path.totals().standard())
				.tag("path", "standard")
				.description("HTTP/1.1 requests by the path that answered them")
				.register(registry);
		}
		gauge("uring.event.loops", "Event loops of the server", EventLoopsState::count, registry);
		gauge("uring.event.loops.pending.tasks", "Tasks that wait for an event loop of the server",
				EventLoopsState::pendingTasks, registry);
	}

	private void gauge(String name, String description, ToIntFunction<EventLoopsState> value, MeterRegistry registry) {
		Gauge.builder(name, this.server, (server) -> {
			EventLoopsState loops = server.get().eventLoops();
			return (loops != null) ? value.applyAsInt(loops) : Double.NaN;
		}).description(description).register(registry);
	}

}
