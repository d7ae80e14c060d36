package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/**
 * Takes the value of a publisher that has it already, without blocking.
 */
final class Immediate extends BaseSubscriber<Object> {

	private @Nullable Object value;

	private @Nullable Throwable failure;

	private Immediate() {
	}

	/**
	 * Return the first value that a publisher emits before subscribing returns.
	 * @param publisher the publisher
	 * @return the value, or {@code null} if there is none (yet)
	 * @throws IllegalStateException if the publisher failed
	 */
	static @Nullable Object valueOf(Publisher<?> publisher) {
		Immediate immediate = new Immediate();
		publisher.subscribe(immediate);
		immediate.cancel();
		if (immediate.failure != null) {
			throw new IllegalStateException(immediate.failure);
		}
		return immediate.value;
	}

	@Override
	protected void hookOnNext(Object value) {
		if (this.value == null) {
			this.value = value;
		}
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.failure = failure;
	}

	@Override
	protected void hookFinally(SignalType type) {
		// nothing to free
	}

}
