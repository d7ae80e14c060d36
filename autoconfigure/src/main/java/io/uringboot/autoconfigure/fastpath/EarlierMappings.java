package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The handler mappings that WebFlux asks before the one of the handler methods. The paths
 * that they may take are known for those of management endpoints and of handlers by path
 * (WebSockets, for instance), and for router functions if there are none.
 */
final class EarlierMappings {

	private final List<String> patterns = new ArrayList<>();

	private final List<String> unknown = new ArrayList<>();

	private EarlierMappings() {
	}

	static EarlierMappings of(DispatcherHandler dispatcher, HandlerMapping mapping, String contextPath) {
		EarlierMappings earlier = new EarlierMappings();
		List<HandlerMapping> mappings = dispatcher.getHandlerMappings();
		if (mappings != null) {
			for (HandlerMapping each : mappings) {
				if (AnnotationAwareOrderComparator.INSTANCE.compare(each, mapping) <= 0 && each != mapping) {
					earlier.add(each, contextPath);
				}
			}
		}
		return earlier;
	}

	private void add(HandlerMapping mapping, String contextPath) {
		if (mapping instanceof OutcomeHandlerMapping) {
			return; // has a handler only behind the fast path
		}
		if (mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null) {
			return;
		}
		if (mapping instanceof RequestMappingInfoHandlerMapping known
				&& mapping.getClass().getName().startsWith("org.springframework.boot.")) {
			known.getHandlerMethods().keySet().forEach((info) -> add(info, contextPath));
			return;
		}
		if (mapping instanceof SimpleUrlHandlerMapping urls && mapping.getClass() == SimpleUrlHandlerMapping.class) {
			urls.getHandlerMap().keySet().forEach((pattern) -> add(pattern, contextPath));
			return;
		}
		this.unknown.add(mapping.getClass().getName());
	}

	private void add(RequestMappingInfo info, String contextPath) {
		info.getPatternsCondition().getPatterns().forEach((pattern) -> add(pattern, contextPath));
	}

	private void add(PathPattern pattern, String contextPath) {
		this.patterns.add(contextPath + pattern.getPatternString());
	}

	/** The patterns that are known. */
	List<String> patterns() {
		return this.patterns;
	}

	/** Mappings that may take any path. */
	List<String> unknown() {
		return this.unknown;
	}

}
