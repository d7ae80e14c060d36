package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.fastpath.FastPathRoutes;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/**
 * Compiles all mappings of an application into the routes of a fast path. Paths that are
 * not compiled become routes to the standard path, so that a pattern which matches them
 * too does not take their requests. Used once.
 */
final class RouteCompiler {

	private final HandlerMethodCompiler compiler;

	private final @Nullable String contextPath;

	private final Predicate<String> included;

	/** Patterns of mappings that are asked before, whatever they match. */
	private final List<String> earlierPatterns;

	private final FastPathRoutes.Builder routes = FastPathRoutes.builder();

	private final List<FastPathReport.Route> report = new ArrayList<>();

	private final List<MappedRoute> all = new ArrayList<>();

	RouteCompiler(HandlerMethodCompiler compiler, @Nullable String contextPath, Predicate<String> included,
			List<String> earlierPatterns) {
		this.compiler = compiler;
		this.contextPath = contextPath;
		this.included = included;
		this.earlierPatterns = earlierPatterns;
	}

	/**
	 * Compile mappings.
	 * @param mappings the mappings with their handler methods
	 * @param further adds routes that are not for handler methods
	 * @return the routes
	 */
	FastPathRoutes compile(Map<RequestMappingInfo, HandlerMethod> mappings, Consumer<FastPathRoutes.Builder> further) {
		this.all.addAll(MappedRoute.of(mappings, this.contextPath));
		Map<String, Integer> occurrences = new HashMap<>();
		this.all.forEach((mapped) -> occurrences.merge(mapped.key(), 1, Integer::sum));
		for (MappedRoute mapped : this.all) {
			String reason = compile(mapped, occurrences.getOrDefault(mapped.key(), 0));
			this.report.add(mapped.reported(reason));
			if (reason != null && FastPathRoutes.isSupported(mapped.pattern())) {
				addStandard(mapped);
			}
		}
		further.accept(this.routes);
		return this.routes.build();
	}

	List<FastPathReport.Route> report() {
		return this.report;
	}

	private @Nullable String compile(MappedRoute mapped, int occurrences) {
		try {
			compileEligible(mapped, occurrences);
			return null;
		}
		catch (Ineligible ex) {
			return ex.reason();
		}
		catch (RuntimeException | LinkageError ex) {
			// An application that starts without the fast path starts with it too.
			return "it could not be examined: " + ex;
		}
	}

	private void compileEligible(MappedRoute mapped, int occurrences) {
		this.compiler.examine(mapped.mapping(), mapped.handlerMethod());
		if (!this.included.test(mapped.pattern())) {
			throw new Ineligible("it is left out by uring.fast-path.include or exclude");
		}
		if (!FastPathRoutes.isSupported(mapped.pattern())) {
			throw new Ineligible("its path is more than literals and variables of a whole segment");
		}
		if (occurrences > 1) {
			throw new Ineligible("another handler method is mapped to the same method and path");
		}
		checkOverlap(mapped);
		RequestMethod method = mapped.method();
		if (method == null) {
			throw new Ineligible("it is mapped for all methods");
		}
		PreEncodedMethod preEncoded = this.compiler.preEncoded(mapped.mapping(), mapped.handlerMethod());
		if (preEncoded != null) {
			addPreEncoded(mapped, method, preEncoded);
			return;
		}
		CompiledHandler handler = this.compiler.compile(mapped.mapping(), mapped.handlerMethod(), method,
				mapped.pathInApplication());
		this.routes.route(HttpMethod.valueOf(method.name()), mapped.pattern(), handler.maxContentLength(), handler);
		addStandardHead(method, mapped.pattern());
	}

	/**
	 * WebFlux gives HEAD to what is mapped to GET, also where a pattern that matches the
	 * path too is answered in place.
	 */
	private void addStandardHead(RequestMethod method, String pattern) {
		if (method == RequestMethod.GET) {
			this.routes.standard(HttpMethod.HEAD, pattern);
		}
	}

	private void addPreEncoded(MappedRoute mapped, RequestMethod method, PreEncodedMethod preEncoded) {
		add(method, mapped, preEncoded);
		if (method == RequestMethod.GET && isHeadImplied(mapped)) {
			add(RequestMethod.HEAD, mapped, preEncoded);
			this.report.add(new FastPathReport.Route("HEAD", mapped.pattern(),
					mapped.handlerMethod().getShortLogMessage(), null));
		}
	}

	private void add(RequestMethod method, MappedRoute mapped, PreEncodedMethod preEncoded) {
		this.routes.route(HttpMethod.valueOf(method.name()), mapped.pattern(), 0,
				this.compiler.compile(preEncoded, method, mapped.pathInApplication()));
	}

	/** Whether no other mapping may take the requests for HEAD. */
	private boolean isHeadImplied(MappedRoute mapped) {
		return this.all.stream()
			.filter((other) -> other.method() == RequestMethod.HEAD)
			.noneMatch((other) -> PathPatterns.mayOverlap(mapped.pattern(), other.pattern()));
	}

	/**
	 * Paths without variables win over all patterns of the same mapping, and the routes
	 * know the order of supported patterns. Of the others only those are known that come
	 * last.
	 */
	private void checkOverlap(MappedRoute mapped) {
		for (String earlier : this.earlierPatterns) {
			if (PathPatterns.mayOverlap(mapped.pattern(), earlier)) {
				throw new Ineligible("the handler mapping of '" + earlier + "' is asked before");
			}
		}
		if (!PathPatterns.hasVariables(mapped.pattern())) {
			return;
		}
		for (MappedRoute other : this.all) {
			if (!FastPathRoutes.isSupported(other.pattern()) && !PathPatterns.isCatchAll(other.pattern())
					&& other.mayHaveMethodOf(mapped) && PathPatterns.mayOverlap(mapped.pattern(), other.pattern())) {
				throw new Ineligible("'" + other.pattern() + "' may match the same paths");
			}
		}
	}

	private void addStandard(MappedRoute mapped) {
		RequestMethod method = mapped.method();
		if (method == null) {
			this.routes.standard(mapped.pattern());
		}
		else {
			this.routes.standard(HttpMethod.valueOf(method.name()), mapped.pattern());
			addStandardHead(method, mapped.pattern());
		}
	}

}
