package io.uringboot.engine.fastpath;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A pre-encoded response that is made again after an interval. There is no timer: whoever
 * uses it and finds it too old has it made on another thread, and everybody is given the
 * old one until the new one is there. Thread-safe.
 */
public final class RefreshingResponse
		implements FastPathHandler, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(RefreshingResponse.class);

	private final Supplier<PreEncodedResponse> supplier;

	private final long intervalNanos;

	private final Executor executor;

	private final AtomicBoolean refreshing = new AtomicBoolean();

	private volatile PreEncodedResponse current;

	private volatile long dueNanos;

	/** Whether the last attempt failed; written by one refresh at a time. */
	private volatile boolean failed;

	private RefreshingResponse(Duration interval, Supplier<PreEncodedResponse> supplier, Executor executor) {
		this.supplier = supplier;
		this.intervalNanos = interval.toNanos();
		this.executor = executor;
		this.current = make();
		this.dueNanos = System.nanoTime() + this.intervalNanos;
	}

	/**
	 * A response that is made now, and again on Reactor's threads for blocking work.
	 * @param interval the least time between two makings
	 * @param supplier makes the response; if it fails later, the last response stays and
	 * the next attempt comes after another interval
	 * @return the response
	 * @throws IllegalArgumentException if the interval is not positive
	 */
	public static RefreshingResponse every(Duration interval, Supplier<PreEncodedResponse> supplier) {
		return every(interval, supplier, (task) -> Schedulers.boundedElastic().schedule(task));
	}

	/**
	 * A response that is made now, and again by an executor.
	 * @param interval the least time between two makings
	 * @param supplier makes the response; if it fails later, the last response stays and
	 * the next attempt comes after another interval
	 * @param executor runs the supplier; must not run it on the calling thread
	 * @return the response
	 * @throws IllegalArgumentException if the interval is not positive
	 */
	public static RefreshingResponse every(Duration interval, Supplier<PreEncodedResponse> supplier,
			Executor executor) {
		if (interval.isNegative() || interval.isZero()) {
			throw new IllegalArgumentException("'interval' must be positive but is " + interval);
		}
		return new RefreshingResponse(interval, supplier, executor);
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		return current().handle(exchange);
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		return current().apply(request, response);
	}

	private PreEncodedResponse make() {
		return Objects.requireNonNull(this.supplier.get(), "supplier must not return null");
	}

	/**
	 * The response that is given now. If it is too old, another one is being made when
	 * this method returns.
	 * @return the response
	 */
	public PreEncodedResponse current() {
		if (System.nanoTime() - this.dueNanos >= 0 && this.refreshing.compareAndSet(false, true)) {
			startRefresh();
		}
		return this.current;
	}

	private void startRefresh() {
		try {
			this.executor.execute(this::refresh);
		}
		catch (RuntimeException ex) {
			finished(ex);
		}
	}

	private void refresh() {
		try {
			this.current = make();
			finished(null);
		}
		catch (RuntimeException | Error ex) {
			finished(ex);
		}
	}

	private void finished(@Nullable Throwable failure) {
		if (failure != null && !this.failed) {
			logger.warn("A pre-encoded response could not be refreshed; the last one stays in use", failure);
		}
		else if (failure == null && this.failed) {
			logger.info("A pre-encoded response has been refreshed again");
		}
		this.failed = failure != null;
		this.dueNanos = System.nanoTime() + this.intervalNanos;
		this.refreshing.set(false);
	}

}
