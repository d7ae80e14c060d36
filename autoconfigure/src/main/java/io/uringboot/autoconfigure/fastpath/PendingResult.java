package io.uringboot.autoconfigure.fastpath;

import java.util.concurrent.atomic.AtomicBoolean;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.http1.DeferredResponse;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * The result of an invocation that may come later and from another thread. If it is there
 * when the handler returns, the request is answered at once; otherwise the response is
 * deferred. Whoever comes second, the result or the deferral, has both brought together.
 */
final class PendingResult {

	private final HandlerMethod handlerMethod;

	private final String target;

	private final Negotiated negotiated;

	private final BodyOutput output;

	private final ResultWriter writer;

	private final RequestRecorder recorder;

	private final long started;

	/** Set by the first of the two, found set by the second. */
	private final AtomicBoolean met = new AtomicBoolean();

	private @Nullable DeferredResponse deferred;

	private @Nullable Object value;

	private @Nullable Outcome outcome;

	private volatile @Nullable Runnable cancellation;

	/** To be run when the request is not being worked on any more; event loop only. */
	private Runnable inactive = () -> {
	};

	PendingResult(HandlerMethod handlerMethod, FastPathExchange exchange, Negotiated negotiated, ResultWriter writer,
			RequestRecorder recorder) {
		this.handlerMethod = handlerMethod;
		this.target = exchange.head().target();
		this.negotiated = negotiated;
		this.output = negotiated.output(exchange);
		this.writer = writer;
		this.recorder = recorder;
		this.started = recorder.start();
	}

	/** How to stop the work when nobody waits for its result any more. */
	void cancelBy(Runnable cancellation) {
		this.cancellation = cancellation;
	}

	/**
	 * Give the result. May be called once, from any thread.
	 * @param value what to write, {@code null} if there is nothing
	 * @param returned what the standard path is given as the method's value instead if
	 * the value cannot be written here
	 * @param failure what the method threw, if it did
	 */
	void complete(@Nullable Object value, @Nullable Object returned, @Nullable Throwable failure) {
		this.value = value;
		this.outcome = new Outcome(this.handlerMethod, this.target, returned, failure, this.recorder, this.started);
		if (!this.met.compareAndSet(false, true)) {
			DeferredResponse deferred = this.deferred;
			if (deferred == null) {
				throw new IllegalStateException("The result was given twice");
			}
			deferred.complete(this::answerLater);
		}
	}

	/**
	 * Answer the request if the result is there, or defer its answer.
	 * @param exchange the request
	 * @return whether it has been or will be answered
	 */
	boolean answerOrDefer(FastPathExchange exchange) {
		if (this.met.get()) {
			return answer(exchange);
		}
		this.inactive = this.recorder.active();
		DeferredResponse deferred = exchange.response().defer();
		deferred.onConnectionClosed(this::abandon);
		this.deferred = deferred;
		if (!this.met.compareAndSet(false, true)) {
			deferred.complete(this::answerLater);
		}
		return true;
	}

	/** The client has gone. */
	private void abandon() {
		this.inactive.run();
		this.recorder.aborted(this.started);
		Runnable cancellation = this.cancellation;
		if (cancellation != null) {
			cancellation.run();
		}
	}

	private boolean answer(FastPathExchange exchange) {
		if (write(exchange.response())) {
			return true;
		}
		outcome().leaveWith(exchange.channel());
		return false;
	}

	private void answerLater(ResponseWriter response) {
		this.inactive.run();
		if (!write(response)) {
			response.defer().passOn(outcome()::leaveWith);
		}
	}

	private boolean write(ResponseWriter response) {
		Object value = this.value;
		if (value == null) {
			return false;
		}
		try {
			int status = this.writer.write(value, this.negotiated, this.output, response);
			if (status == ResultWriter.NOTHING_WRITTEN) {
				return false;
			}
			this.recorder.stop(this.started, status);
			return true;
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (response.isAnswered()) {
				throw ex;
			}
			return false; // fails there again, and is handled
		}
	}

	private Outcome outcome() {
		Outcome outcome = this.outcome;
		if (outcome == null) {
			throw new IllegalStateException("There is no result yet");
		}
		return outcome;
	}

}
