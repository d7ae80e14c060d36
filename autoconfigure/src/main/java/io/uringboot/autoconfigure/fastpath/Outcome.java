package io.uringboot.autoconfigure.fastpath;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * What a handler method did that has been invoked for a request already, when the rest is
 * left to the standard path: it must not be invoked again. Left with the connection,
 * which has the request next on the standard path and no other one before.
 *
 * @param handlerMethod the method that has been invoked
 * @param target the request target, to know the request by
 * @param value what the method returned
 * @param failure what the method threw, or {@code null} if it returned
 * @param recorder records the request
 * @param started when the request was started
 */
record Outcome(HandlerMethod handlerMethod, String target, @Nullable Object value, @Nullable Throwable failure,
		RequestRecorder recorder, long started) {

	private static final AttributeKey<Outcome> KEY = AttributeKey.valueOf(Outcome.class, "outcome");

	/** Leaves this with the connection. */
	void leaveWith(Channel channel) {
		channel.attr(KEY).set(this);
	}

	/** Takes what was left with a connection, so that it counts once. */
	static @Nullable Outcome takeFrom(Channel channel) {
		return channel.hasAttr(KEY) ? channel.attr(KEY).getAndSet(null) : null;
	}

}
