package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * Takes the one value of a handler method's publisher. What else may come of it, an error
 * or nothing, is what the standard path then gets as the method's value.
 */
final class ResultSubscriber implements CoreSubscriber<Object> {

	private final PendingResult pending;

	private @Nullable Object value;

	ResultSubscriber(PendingResult pending) {
		this.pending = pending;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.pending.cancelBy(subscription::cancel);
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Object value) {
		this.value = value;
	}

	@Override
	public void onError(Throwable failure) {
		this.pending.complete(null, Mono.error(failure), null);
	}

	@Override
	public void onComplete() {
		this.pending.complete(this.value, Mono.justOrEmpty(this.value), null);
	}

}
