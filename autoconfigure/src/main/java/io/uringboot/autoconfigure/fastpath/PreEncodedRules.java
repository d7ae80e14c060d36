package io.uringboot.autoconfigure.fastpath;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What a method must be to have {@link PreEncoded @PreEncoded}.
 */
final class PreEncodedRules {

	private PreEncodedRules() {
	}

	/**
	 * Check the mapping of a method.
	 * @param handlerMethod the method
	 * @param methods the request methods that it is mapped to
	 */
	static void checkMapping(HandlerMethod handlerMethod, Set<RequestMethod> methods) {
		if (!methods.contains(RequestMethod.GET)
				|| !Set.of(RequestMethod.GET, RequestMethod.HEAD).containsAll(methods)) {
			throw new InvalidPreEncodedException(handlerMethod,
					"it is mapped to " + (methods.isEmpty() ? "all methods" : methods.stream().sorted().toList()),
					"Map it to GET alone, with @GetMapping.");
		}
	}

	/**
	 * Check the method itself.
	 * @param handlerMethod the method
	 */
	static void check(HandlerMethod handlerMethod) {
		if (handlerMethod.getMethodParameters().length > 0) {
			throw new InvalidPreEncodedException(handlerMethod, "it has arguments, by which its result may differ",
					"Remove the arguments.");
		}
		Class<?> type = handlerMethod.getReturnType().getParameterType();
		if (ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null) {
			throw new InvalidPreEncodedException(handlerMethod, "it returns " + type.getSimpleName(),
					"Return the value itself.");
		}
		boolean body = HttpEntity.class.isAssignableFrom(type) || handlerMethod.hasMethodAnnotation(ResponseBody.class)
				|| AnnotatedElementUtils.hasAnnotation(handlerMethod.getBeanType(), ResponseBody.class);
		if (!body || type == void.class || type == Void.class) {
			throw new InvalidPreEncodedException(handlerMethod, "it does not return a response body",
					"Return a body or a ResponseEntity, from a @RestController or with @ResponseBody.");
		}
		HttpStatusCode status = ResponseStatuses.of(handlerMethod);
		if (status != null && !EntityWriter.isPlain(status.value())) {
			throw new InvalidPreEncodedException(handlerMethod,
					"it answers with status %d, which has no body of its own".formatted(status.value()),
					"Use a status that has a body.");
		}
	}

	/**
	 * The interval after which a method is invoked again.
	 * @param handlerMethod the method
	 * @param annotation its annotation
	 * @return the interval, or {@code null} for never
	 */
	static @Nullable Duration refresh(HandlerMethod handlerMethod, PreEncoded annotation) {
		String text = annotation.refresh();
		if (!StringUtils.hasText(text)) {
			return null;
		}
		Duration refresh = parse(text.strip());
		if (refresh == null || refresh.isZero() || refresh.isNegative()) {
			throw new InvalidPreEncodedException(handlerMethod, "its refresh is '%s'".formatted(text),
					"Give a time greater than zero, like 10s or PT10S.");
		}
		return refresh;
	}

	private static @Nullable Duration parse(String text) {
		try {
			return DurationStyle.detectAndParse(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
