package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.FastPathRoutes;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.webflux.autoconfigure.WebFluxProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.ResponseBodyResultHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Compiles the handler methods when all beans are there and before the server starts, and
 * again whenever mappings change.
 */
final class FastPathCompiler implements SmartInitializingSingleton, Supplier<FastPathReport> {

	private static final Log logger = LogFactory.getLog(FastPathCompiler.class);

	private final ConfigurableApplicationContext context;

	private final FastPathProperties properties;

	private final FastPath fastPath;

	private @Nullable RequestRecorders recorders;

	private volatile FastPathReport report = new FastPathReport(List.of("it has not been compiled yet"), List.of());

	FastPathCompiler(ConfigurableApplicationContext context, FastPathProperties properties, FastPath fastPath) {
		this.context = context;
		this.properties = properties;
		this.fastPath = fastPath;
	}

	/** What is answered on the fast path now. */
	FastPathReport report() {
		return this.report;
	}

	@Override
	public FastPathReport get() {
		return this.report;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.context.getBeanProvider(ObservedRequestMappingHandlerMapping.class)
			.ifUnique((mapping) -> mapping.onChange(this::compile));
		compile();
	}

	private synchronized void compile() {
		List<String> closed = new ArrayList<>();
		try {
			compile(closed);
		}
		catch (RuntimeException | LinkageError ex) {
			// An application that starts without the fast path starts with it too.
			logger.warn("The fast path cannot be compiled", ex);
			closed.add("the application could not be examined: " + ex);
		}
		if (!closed.isEmpty()) {
			this.fastPath.replaceRoutes(FastPathRoutes.none());
			this.report = closedReport(closed);
		}
		if (logger.isDebugEnabled()) {
			logger.debug(describe(this.report));
		}
	}

	private FastPathReport closedReport(List<String> closed) {
		try {
			return new FastPathReport(closed, standardRoutes(String.join("; ", closed)));
		}
		catch (RuntimeException | LinkageError ex) {
			// What could not be examined may not be listed either.
			logger.debug("The routes cannot be listed", ex);
			return new FastPathReport(closed, List.of());
		}
	}

	/** All routes, which take the standard path for the same reason. */
	private List<FastPathReport.Route> standardRoutes(String reason) {
		ObservedRequestMappingHandlerMapping mapping = this.context
			.getBeanProvider(ObservedRequestMappingHandlerMapping.class)
			.getIfUnique();
		return (mapping != null) ? MappedRoute.of(mapping.getHandlerMethods(), contextPath())
			.stream()
			.map((route) -> route.reported(reason))
			.toList() : List.of();
	}

	private void compile(List<String> closed) {
		closed.addAll(new ApplicationExamination(this.context, this.properties.getNeutralBeans()).examine());
		RequestRecorders recorders = recorders(closed);
		if (!closed.isEmpty()) {
			return;
		}
		ObservedRequestMappingHandlerMapping mapping = this.context.getBean(ObservedRequestMappingHandlerMapping.class);
		String contextPath = contextPath();
		EarlierMappings earlier = EarlierMappings.of(this.context.getBean(DispatcherHandler.class), mapping,
				(contextPath != null) ? contextPath : "");
		earlier.unknown().forEach((name) -> closed.add("handler mapping " + name + " is asked before"));
		if (!closed.isEmpty()) {
			return;
		}
		WebFluxParts parts = parts(mapping, contextPath, closed);
		if (!closed.isEmpty()) {
			return;
		}
		HandlerMethodCompiler methods = new HandlerMethodCompiler(parts, new AdviceExamination(this.context),
				isForwardedRead(), recorders, this.context.getBeanProvider(PreEncodedMethods.class).getIfAvailable());
		RouteCompiler compiler = new RouteCompiler(methods, contextPath, included(), earlier.patterns());
		Map<RequestMappingInfo, HandlerMethod> mappings = mapping.getHandlerMethods();
		this.fastPath.replaceRoutes(compiler.compile(mappings, (routes) -> contribute(routes, parts, recorders)));
		this.report = new FastPathReport(List.of(), compiler.report());
	}

	/** Made once: they listen to their registry as long as there is one. */
	private RequestRecorders recorders(List<String> closed) {
		RequestRecorders recorders = this.recorders;
		if (recorders == null) {
			recorders = ObservationExamination.examine(this.context, closed);
			this.recorders = closed.isEmpty() ? recorders : null;
		}
		return recorders;
	}

	/** Not as it is written, but as Boot makes it a path. */
	private @Nullable String contextPath() {
		WebFluxProperties webFlux = this.context.getBeanProvider(WebFluxProperties.class).getIfAvailable();
		String basePath = (webFlux != null) ? webFlux.getBasePath() : null;
		return StringUtils.hasText(basePath) ? basePath : null;
	}

	/** Routes of others, which do not know of a base path. */
	private void contribute(FastPathRoutes.Builder routes, WebFluxParts parts, RequestRecorders recorders) {
		if (parts.contextPath() == null) {
			RequestConditions conditions = new RequestConditions(isForwardedRead(), false);
			this.context.getBeanProvider(FastPathContributor.class)
				.orderedStream()
				.forEach((contributor) -> contributor.contribute(routes,
						(pattern, handler) -> new RecordingHandler(handler, pattern, conditions, recorders)));
		}
	}

	private WebFluxParts parts(ObservedRequestMappingHandlerMapping mapping, @Nullable String contextPath,
			List<String> closed) {
		RequestMappingHandlerAdapter adapter = this.context.getBean(RequestMappingHandlerAdapter.class);
		ReactiveAdapterRegistry registry = adapter.getReactiveAdapterRegistry();
		registry = (registry != null) ? registry : ReactiveAdapterRegistry.getSharedInstance();
		return new WebFluxParts(mapping, adapter.getMessageReaders(),
				this.context.getBean(ResponseBodyResultHandler.class).getMessageWriters(),
				new MediaTypeSelection(mapping.getContentTypeResolver(), registry), registry,
				conversionService(adapter, closed), this.context.getBean(ServerCodecConfigurer.class), contextPath,
				blockingExecutor(), Customizations.of(this.context));
	}

	private static @Nullable ConversionService conversionService(RequestMappingHandlerAdapter adapter,
			List<String> closed) {
		if (adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer initializer
				&& initializer.getClass() == ConfigurableWebBindingInitializer.class
				&& initializer.getPropertyEditorRegistrars() == null) {
			return initializer.getConversionService();
		}
		closed.add("arguments are bound by an initializer of the application's own");
		return null;
	}

	/** As Boot configures it for WebFlux. */
	private @Nullable Executor blockingExecutor() {
		String name = TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME;
		if (Threading.VIRTUAL.isActive(this.context.getEnvironment()) && this.context.containsBean(name)
				&& this.context.getBean(name) instanceof AsyncTaskExecutor executor) {
			return executor;
		}
		return null;
	}

	/** Whether the server looks at the fields that proxies set. */
	private boolean isForwardedRead() {
		return ForwardedFields.areRead(this.context.getEnvironment());
	}

	private Predicate<String> included() {
		List<PathPattern> include = parse(this.properties.getInclude());
		List<PathPattern> exclude = parse(this.properties.getExclude());
		return (path) -> {
			PathContainer container = PathContainer.parsePath(path);
			return (include.isEmpty() || include.stream().anyMatch((pattern) -> pattern.matches(container)))
					&& exclude.stream().noneMatch((pattern) -> pattern.matches(container));
		};
	}

	private static List<PathPattern> parse(List<String> patterns) {
		return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	private static String describe(FastPathReport report) {
		StringBuilder text = new StringBuilder("Fast path:");
		report.closed().forEach((reason) -> text.append("\n  none: ").append(reason));
		for (FastPathReport.Route route : report.routes()) {
			text.append("\n  ")
				.append(route.isCompiled() ? "fast     " : "standard ")
				.append(route.method())
				.append(' ')
				.append(route.pattern())
				.append("  ")
				.append(route.handler());
			if (!route.isCompiled()) {
				text.append(": ").append(route.reason());
			}
		}
		return text.toString();
	}

}
