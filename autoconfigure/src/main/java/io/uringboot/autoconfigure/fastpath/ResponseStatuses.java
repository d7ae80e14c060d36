package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * The status that a handler method declares.
 */
final class ResponseStatuses {

	private ResponseStatuses() {
	}

	/**
	 * Return the declared status.
	 * @param handlerMethod the handler method
	 * @return the status of its {@code @ResponseStatus}, or of its class's, or
	 * {@code null} if neither has one
	 */
	static @Nullable HttpStatusCode of(HandlerMethod handlerMethod) {
		ResponseStatus annotation = handlerMethod.getMethodAnnotation(ResponseStatus.class);
		if (annotation == null) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(handlerMethod.getBeanType(), ResponseStatus.class);
		}
		return (annotation != null) ? annotation.code() : null;
	}

}
