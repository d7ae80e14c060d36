package io.uringboot.autoconfigure.fastpath;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executor;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.fastpath.FastPathHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/**
 * Compiles a handler method into a handler of the fast path, if it is sure that its
 * requests get the same answers there.
 */
final class HandlerMethodCompiler {

	private static final Set<RequestMethod> METHODS = Set.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT,
			RequestMethod.PATCH, RequestMethod.DELETE);

	private final WebFluxParts parts;

	private final AdviceExamination advice;

	private final ArgumentReaders arguments;

	private final boolean forwarded;

	private final RequestRecorders recorders;

	private final @Nullable PreEncodedMethods preEncoded;

	HandlerMethodCompiler(WebFluxParts parts, AdviceExamination advice, boolean forwarded, RequestRecorders recorders,
			@Nullable PreEncodedMethods preEncoded) {
		this.parts = parts;
		this.advice = advice;
		this.arguments = new ArgumentReaders(parts);
		this.forwarded = forwarded;
		this.recorders = recorders;
		this.preEncoded = preEncoded;
	}

	/**
	 * Examine what a method's routes have in common.
	 * @param mapping the conditions that it is mapped by
	 * @param handlerMethod the method
	 * @throws Ineligible if it stays on the standard path
	 */
	void examine(RequestMappingInfo mapping, HandlerMethod handlerMethod) {
		checkConditions(mapping);
		if (KotlinDetector.isKotlinType(handlerMethod.getBeanType())) {
			throw new Ineligible("its controller is written in Kotlin");
		}
		if (!isSingleton(handlerMethod)) {
			throw new Ineligible("its controller is not a singleton");
		}
		if (this.parts.mapping().hasCors(handlerMethod)) {
			throw new Ineligible("CORS is configured for it");
		}
		if (handlerMethod.shouldValidateArguments() || handlerMethod.shouldValidateReturnValue()
				|| Arrays.stream(handlerMethod.getMethodParameters()).anyMatch(ArgumentReaders::isValidated)) {
			throw new Ineligible("it is validated");
		}
		this.advice.examine(handlerMethod);
	}

	/** Of others WebFlux asks for a bean for each request. */
	private boolean isSingleton(HandlerMethod handlerMethod) {
		ApplicationContext context = this.parts.mapping().getApplicationContext();
		return !(handlerMethod.getBean() instanceof String name) || (context != null && context.isSingleton(name));
	}

	private static void checkConditions(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		if (methods.isEmpty()) {
			throw new Ineligible("it is mapped for all methods");
		}
		if (!METHODS.containsAll(methods)) {
			throw new Ineligible("it is mapped for methods other than " + METHODS.stream().sorted().toList());
		}
		if (!mapping.getParamsCondition().isEmpty() || !mapping.getHeadersCondition().isEmpty()
				|| mapping.getCustomCondition() != null || !mapping.getVersionCondition().isEmpty()) {
			throw new Ineligible("its mapping looks at more than method, path and media types");
		}
	}

	/**
	 * Compile a method for one of the paths that it is mapped to.
	 * @param mapping the conditions that it is mapped by
	 * @param handlerMethod the method
	 * @param method the request method
	 * @param pattern the path
	 * @return the handler
	 * @throws Ineligible if it stays on the standard path
	 */
	CompiledHandler compile(RequestMappingInfo mapping, HandlerMethod handlerMethod, RequestMethod method,
			String pattern) {
		ResultType result = ResultType.of(handlerMethod, this.parts.adapterRegistry());
		HttpResponseStatus status = status(handlerMethod);
		ArgumentReader[] readers = this.arguments.find(handlerMethod.getMethodParameters(),
				PathPatterns.variables(pattern));
		ResolvableType content = content(handlerMethod);
		if (content == null && !mapping.getConsumesCondition().isEmpty()) {
			throw new Ineligible("it consumes a media type but has no argument for the content");
		}
		MediaTypeDecision decision = new MediaTypeDecision(handlerMethod, method.name(), status, result, content,
				this.parts);
		if (!decision.isPossible(sample(pattern), mapping)) {
			throw new Ineligible("WebFlux reads or writes it in a way that the fast path does not know");
		}
		boolean preconditions = result.entity() && method == RequestMethod.GET;
		return new CompiledHandler(handlerMethod, new RequestConditions(this.forwarded, preconditions),
				new Negotiation(decision, content != null), readers,
				invocation(handlerMethod, result, method, pattern));
	}

	/**
	 * Find a method whose response is encoded in advance.
	 * @param mapping the conditions that it is mapped by
	 * @param handlerMethod the method
	 * @return the method, or {@code null} if it is invoked for each request
	 * @throws Ineligible if it stays on the standard path
	 */
	@Nullable PreEncodedMethod preEncoded(RequestMappingInfo mapping, HandlerMethod handlerMethod) {
		if (this.preEncoded == null || !this.preEncoded.contains(handlerMethod)) {
			return null;
		}
		if (!mapping.getConsumesCondition().isEmpty()) {
			throw new Ineligible("it consumes a media type but has no argument for the content");
		}
		try {
			return this.preEncoded.find(mapping, handlerMethod);
		}
		catch (InvalidPreEncodedException ex) {
			throw new Ineligible("it is not one that can be encoded in advance");
		}
	}

	/**
	 * Make the handler of a method whose response is encoded in advance.
	 * @param method the method
	 * @param requestMethod the request method, GET or HEAD
	 * @param pattern the path
	 * @return the handler
	 */
	FastPathHandler compile(PreEncodedMethod method, RequestMethod requestMethod, String pattern) {
		return new PreEncodedHandler(method, new RequestConditions(this.forwarded, false),
				this.recorders.forRoute(requestMethod.name(), pattern));
	}

	/** A path that the pattern matches. */
	private String sample(String pattern) {
		String contextPath = (this.parts.contextPath() != null) ? this.parts.contextPath() : "";
		return contextPath + pattern.replaceAll("\\{[^/}]+}", "0");
	}

	private static HttpResponseStatus status(HandlerMethod handlerMethod) {
		HttpStatusCode status = ResponseStatuses.of(handlerMethod);
		if (status == null) {
			return HttpResponseStatus.OK;
		}
		if (!EntityWriter.isPlain(status.value())) {
			throw new Ineligible("it answers with status " + status.value());
		}
		return HttpResponseStatus.valueOf(status.value());
	}

	private static @Nullable ResolvableType content(HandlerMethod handlerMethod) {
		for (var parameter : handlerMethod.getMethodParameters()) {
			if (parameter.hasParameterAnnotation(RequestBody.class)) {
				return ResolvableType.forMethodParameter(parameter);
			}
		}
		return null;
	}

	private Invocation invocation(HandlerMethod handlerMethod, ResultType result, RequestMethod method,
			String pattern) {
		Target target = new Target(handlerMethod);
		ResultWriter writer = result.entity() ? new EntityWriter() : ResultWriter.BODY;
		RequestRecorder recorder = this.recorders.forRoute(method.name(), pattern);
		Executor executor = this.parts.blockingExecutor();
		if (result.adapter() != null) {
			return new AsynchronousInvocation(target, result.adapter(), writer, recorder);
		}
		return (executor != null) ? new BlockingInvocation(target, executor, writer, recorder)
				: new DirectInvocation(target, writer, recorder);
	}

}
