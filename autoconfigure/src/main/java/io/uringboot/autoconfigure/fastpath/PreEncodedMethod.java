package io.uringboot.autoconfigure.fastpath;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.uringboot.engine.fastpath.PreEncodedResponse;
import io.uringboot.engine.fastpath.RefreshingResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/**
 * A handler method with {@link PreEncoded @PreEncoded}, and its response as soon as it
 * has been invoked once. Thread-safe.
 */
final class PreEncodedMethod {

	private static final Log logger = LogFactory.getLog(PreEncodedMethod.class);

	private static final @Nullable Object[] NO_ARGUMENTS = {};

	private final HandlerMethod handlerMethod;

	private final Set<MediaType> producible;

	private final boolean entityTag;

	private final @Nullable Duration refresh;

	private final RepresentationEncoder encoder;

	private final Target target;

	/** Whether it has been said that a value cannot be encoded. */
	private final AtomicBoolean told = new AtomicBoolean();

	/** The one that was made last. */
	private volatile @Nullable Representation representation;

	/** Has it made again, if that is to be. */
	private volatile @Nullable RefreshingResponse refreshing;

	PreEncodedMethod(HandlerMethod handlerMethod, PreEncoded annotation, Set<MediaType> producible,
			RepresentationEncoder encoder) {
		PreEncodedRules.check(handlerMethod);
		this.handlerMethod = handlerMethod;
		this.producible = producible;
		this.entityTag = annotation.entityTag();
		this.refresh = PreEncodedRules.refresh(handlerMethod, annotation);
		this.encoder = encoder;
		this.target = new Target(handlerMethod);
	}

	/** The response to give now, {@code null} before the method has been invoked. */
	@Nullable Representation current() {
		RefreshingResponse refreshing = this.refreshing;
		if (refreshing != null) {
			refreshing.current(); // looks at its age
		}
		return this.representation;
	}

	/**
	 * Take a value that the method has returned as its response, unless there is one.
	 * @param value the value
	 * @return the response, {@code null} if the value cannot be encoded
	 */
	@Nullable Representation take(@Nullable Object value) {
		Representation encoded = encode(value);
		if (encoded == null && this.told.compareAndSet(false, true)) {
			logger.warn("What " + this.handlerMethod + " returned cannot be encoded in advance: "
					+ "as long as that is so it is answered as if it were not @PreEncoded");
		}
		return (encoded != null) ? keepFirst(encoded) : null;
	}

	private synchronized Representation keepFirst(Representation encoded) {
		Representation present = this.representation;
		if (present != null) {
			return present;
		}
		this.representation = encoded;
		if (this.refresh != null) {
			this.refreshing = RefreshingResponse.every(this.refresh, refresher(encoded));
		}
		return encoded;
	}

	/** Supplies the first response that is there already, then new ones. */
	private Supplier<PreEncodedResponse> refresher(Representation first) {
		AtomicReference<@Nullable Representation> present = new AtomicReference<>(first);
		return () -> {
			Representation representation = present.getAndSet(null);
			return ((representation != null) ? representation : again()).response();
		};
	}

	private Representation again() {
		Representation last = this.representation;
		Representation next = encode(invoke());
		if (next == null || last == null || !next.isOfSameType(last)) {
			throw new IllegalStateException(
					this.handlerMethod + " returned a value that cannot be encoded as the one before");
		}
		this.representation = next;
		return next;
	}

	private @Nullable Representation encode(@Nullable Object value) {
		return this.encoder.encode(this.handlerMethod, value, this.producible, this.entityTag);
	}

	private @Nullable Object invoke() {
		try {
			return this.target.invoke(NO_ARGUMENTS);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(this.handlerMethod + " failed", ex);
		}
	}

}
