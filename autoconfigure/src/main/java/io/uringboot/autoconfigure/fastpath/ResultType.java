package io.uringboot.autoconfigure.fastpath;

import com.fasterxml.jackson.annotation.JsonView;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What a handler method returns.
 *
 * @param bodyType the type that the body is written as
 * @param entity whether it comes in a {@link ResponseEntity}
 * @param adapter the adapter of the reactive type around it, if there is one
 * @param view the view that the body is written in, if one is declared
 */
record ResultType(ResolvableType bodyType, boolean entity, @Nullable ReactiveAdapter adapter, @Nullable Class<?> view) {

	/**
	 * Examine a method's return type.
	 * @param handlerMethod the method
	 * @param registry knows the reactive types
	 * @return the result type
	 * @throws Ineligible if the fast path does not know how to write it
	 */
	static ResultType of(HandlerMethod handlerMethod, ReactiveAdapterRegistry registry) {
		MethodParameter returnType = handlerMethod.getReturnType();
		ResolvableType declared = ResolvableType.forMethodParameter(returnType);
		ReactiveAdapter adapter = registry.getAdapter(declared.toClass());
		if (adapter != null && (adapter.isMultiValue() || adapter.isNoValue())) {
			throw new Ineligible("it returns " + declared.toClass().getSimpleName());
		}
		ResolvableType element = (adapter != null) ? declared.getGeneric() : declared;
		boolean entity = element.resolve() == ResponseEntity.class;
		if (!entity && !isResponseBody(handlerMethod)) {
			throw new Ineligible("it does not return a response body");
		}
		ResolvableType body = element;
		if (entity) {
			MethodParameter parameter = (adapter != null) ? returnType.nested().nested() : returnType.nested();
			body = ResolvableType.forMethodParameter(parameter);
		}
		check(body, registry);
		return new ResultType(body, entity, adapter, view(handlerMethod));
	}

	private static boolean isResponseBody(HandlerMethod handlerMethod) {
		return handlerMethod.hasMethodAnnotation(ResponseBody.class)
				|| AnnotatedElementUtils.hasAnnotation(handlerMethod.getBeanType(), ResponseBody.class);
	}

	private static void check(ResolvableType body, ReactiveAdapterRegistry registry) {
		Class<?> type = body.resolve();
		if (type == null || type == Object.class) {
			throw new Ineligible("the type of its body is not declared");
		}
		boolean special = HttpEntity.class.isAssignableFrom(type) || HttpHeaders.class.isAssignableFrom(type)
				|| ErrorResponse.class.isAssignableFrom(type) || ProblemDetail.class.isAssignableFrom(type);
		if (type == void.class || type == Void.class || special || registry.getAdapter(type) != null) {
			throw new Ineligible("it returns " + type.getSimpleName());
		}
	}

	private static @Nullable Class<?> view(HandlerMethod handlerMethod) {
		JsonView view = handlerMethod.getMethodAnnotation(JsonView.class);
		if (view != null && view.value().length != 1) {
			throw new Ineligible("it has a @JsonView of several classes, which WebFlux refuses");
		}
		return (view != null) ? view.value()[0] : null;
	}

}
