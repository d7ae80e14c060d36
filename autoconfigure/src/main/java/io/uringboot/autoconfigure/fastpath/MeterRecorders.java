package io.uringboot.autoconfigure.fastpath;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/**
 * Makes recorders for one registry.
 */
final class MeterRecorders implements RequestRecorders {

	private final MeterRegistry registry;

	private final ServerRequestObservationConvention convention;

	private final String name;

	private final ServerCodecConfigurer codecs;

	private final boolean longTasks;

	/** Routes that are compiled again keep theirs. */
	private final Map<String, MeterRecorder> recorders = new ConcurrentHashMap<>();

	MeterRecorders(MeterRegistry registry, ServerRequestObservationConvention convention, String name,
			ServerCodecConfigurer codecs, boolean longTasks) {
		this.registry = registry;
		this.convention = convention;
		this.name = name;
		this.codecs = codecs;
		this.longTasks = longTasks;
		registry.config().onMeterRemoved((meter) -> this.recorders.values().forEach(MeterRecorder::forgetMeters));
	}

	@Override
	public RequestRecorder forRoute(String method, String pattern) {
		return this.recorders.computeIfAbsent(method + " " + pattern, (key) -> new MeterRecorder(this.registry,
				this.convention, this.name, method, pattern, this.codecs, this.longTasks));
	}

}
