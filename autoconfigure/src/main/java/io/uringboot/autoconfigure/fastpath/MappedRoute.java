package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/**
 * A method and path that a handler method is mapped to.
 *
 * @param mapping the conditions of the mapping that it is from
 * @param handlerMethod the handler method
 * @param method the request method, {@code null} for all
 * @param pathInApplication the path without the base path
 * @param pattern the path with it
 */
record MappedRoute(RequestMappingInfo mapping, HandlerMethod handlerMethod, @Nullable RequestMethod method,
		String pathInApplication, String pattern) {

	/**
	 * Take mappings apart.
	 * @param mappings the mappings with their handler methods
	 * @param contextPath the base path, {@code null} if there is none
	 * @return each method and path, those of a mapping in alphabetical order
	 */
	static List<MappedRoute> of(Map<RequestMappingInfo, HandlerMethod> mappings, @Nullable String contextPath) {
		String prefix = (contextPath != null) ? contextPath : "";
		List<MappedRoute> routes = new ArrayList<>();
		mappings.forEach((mapping, handlerMethod) -> collect(mapping, handlerMethod, prefix, routes));
		return routes;
	}

	private static void collect(RequestMappingInfo mapping, HandlerMethod handlerMethod, String contextPath,
			List<MappedRoute> routes) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		for (String pattern : new TreeSet<>(mapping.getPatternsCondition()
			.getPatterns()
			.stream()
			.map((parsed) -> parsed.getPatternString())
			.toList())) {
			if (methods.isEmpty()) {
				routes.add(new MappedRoute(mapping, handlerMethod, null, pattern, contextPath + pattern));
			}
			for (RequestMethod method : new TreeSet<>(methods)) {
				routes.add(new MappedRoute(mapping, handlerMethod, method, pattern, contextPath + pattern));
			}
		}
	}

	String methodName() {
		return (this.method != null) ? this.method.name() : "*";
	}

	String key() {
		return methodName() + " " + PathPatterns.shape(this.pattern);
	}

	boolean mayHaveMethodOf(MappedRoute other) {
		return this.method == null || other.method == null || this.method == other.method;
	}

	/**
	 * The route as it is told of.
	 * @param reason why it stays on the standard path, {@code null} if it does not
	 * @return the route of a report
	 */
	FastPathReport.Route reported(@Nullable String reason) {
		return new FastPathReport.Route(methodName(), this.pattern, this.handlerMethod.getShortLogMessage(), reason);
	}

}
