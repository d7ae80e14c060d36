package io.uringboot.autoconfigure.fastpath;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;
import org.springframework.web.server.ServerWebExchange;

/**
 * Records the requests of one route in the meters that Micrometer's observation handler
 * would make for them, with the tags of the application's convention.
 */
final class MeterRecorder implements RequestRecorder {

	private static final int UNKNOWN = -1;

	/** What the server's response has before anything was set. */
	private static final int INITIAL_STATUS = 200;

	private final MeterRegistry registry;

	private final ServerRequestObservationConvention convention;

	private final String name;

	private final String method;

	private final String pattern;

	private final ServerCodecConfigurer codecs;

	private final boolean longTasks;

	/** By status code; made when the first such answer is given. */
	private volatile @Nullable Timer[] timers = new Timer[600];

	MeterRecorder(MeterRegistry registry, ServerRequestObservationConvention convention, String name, String method,
			String pattern, ServerCodecConfigurer codecs, boolean longTasks) {
		this.registry = registry;
		this.convention = convention;
		this.name = name;
		this.method = method;
		this.pattern = pattern;
		this.codecs = codecs;
		this.longTasks = longTasks;
	}

	/** Meters have been removed from the registry: what is kept may be one of them. */
	void forgetMeters() {
		this.timers = new Timer[600];
	}

	@Override
	public long start() {
		return this.registry.config().clock().monotonicTime();
	}

	@Override
	public Runnable active() {
		if (!this.longTasks) {
			return () -> {
			};
		}
		LongTaskTimer.Sample sample = longTaskTimer().start();
		return sample::stop;
	}

	private LongTaskTimer longTaskTimer() {
		return this.registry.more().longTaskTimer(this.name + ".active", tags(INITIAL_STATUS, (context) -> {
			// nothing else is known when a request starts
		}));
	}

	@Override
	public void stop(long started, int status) {
		// Read once: a timer from before a removal must not get into the array made by
		// it.
		@Nullable Timer[] timers = this.timers;
		Timer timer = timers[status];
		if (timer == null) {
			timer = timer(status, (context) -> context.setPathPattern(this.pattern));
			timers[status] = timer;
		}
		timer.record(start() - started, TimeUnit.NANOSECONDS);
	}

	@Override
	public void aborted(long started) {
		timer(UNKNOWN, (context) -> {
			context.setPathPattern(this.pattern);
			context.setConnectionAborted(true);
		}).record(start() - started, TimeUnit.NANOSECONDS);
	}

	private Timer timer(int status, Consumer<ServerRequestObservationContext> state) {
		if (this.longTasks) {
			longTaskTimer(); // is there for each request, if only for a moment
		}
		return this.registry.timer(this.name, tags(status, state).and("error", KeyValue.NONE_VALUE));
	}

	private Tags tags(int status, Consumer<ServerRequestObservationContext> state) {
		ServerWebExchange exchange = ProbeExchange.of(this.method, null, "/", null, null, this.codecs);
		if (status != UNKNOWN) {
			exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(status));
		}
		ServerRequestObservationContext context = new ServerRequestObservationContext(exchange.getRequest(),
				exchange.getResponse(), exchange.getAttributes());
		state.accept(context);
		KeyValues keyValues = this.convention.getLowCardinalityKeyValues(context);
		return Tags.of(keyValues.stream().map((each) -> Tag.of(each.getKey(), each.getValue())).toList());
	}

	@Override
	public void continueOn(ServerWebExchange exchange, long started) {
		Clock clock = this.registry.config().clock();
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((context) -> context.put(Timer.Sample.class, Timer.start(new StartedClock(clock, started))));
	}

	/** Tells an earlier time the first time that it is asked. */
	private static final class StartedClock implements Clock {

		private final Clock clock;

		private final long started;

		private boolean asked;

		StartedClock(Clock clock, long started) {
			this.clock = clock;
			this.started = started;
		}

		@Override
		public long wallTime() {
			return this.clock.wallTime();
		}

		@Override
		public synchronized long monotonicTime() {
			if (this.asked) {
				return this.clock.monotonicTime();
			}
			this.asked = true;
			return this.started;
		}

	}

}
