package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.uringboot.autoconfigure.UringReactiveWebServerAutoConfiguration;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.ResponseBodyResultHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Looks for what stands between the server and the handler methods and may act on any
 * request, so that none may go past it.
 */
final class ApplicationExamination {

	private final ConfigurableApplicationContext context;

	/** Beans that the application says do nothing to requests. */
	private final Set<String> neutral;

	private final List<String> reasons = new ArrayList<>();

	ApplicationExamination(ConfigurableApplicationContext context, List<String> neutral) {
		this.context = context;
		this.neutral = new LinkedHashSet<>(neutral);
	}

	/**
	 * Examine the application.
	 * @return why there can be no fast path, empty if there can be one
	 */
	List<String> examine() {
		none(WebFilter.class, "filters every request");
		none(HttpHandlerDecoratorFactory.class, "decorates the HttpHandler");
		none(WebHttpHandlerBuilderCustomizer.class, "customizes the HttpHandler");
		none(ForwardedHeaderTransformer.class, "transforms requests by their forwarded fields");
		none(NettyRouteProvider.class, "adds routes to the server");
		none(NettyServerCustomizer.class, "may put handlers of its own into the server");
		server();
		handlers();
		dispatcher();
		configurers();
		return this.reasons;
	}

	private void none(Class<?> type, String what) {
		// As WebFlux finds them: those of parent contexts and of factories count too.
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.context, type)) {
			if (!this.neutral.contains(name)) {
				Class<?> beanType = this.context.getType(name);
				this.reasons.add("%s bean '%s'%s %s".formatted(type.getSimpleName(), name,
						(beanType != null) ? " (" + beanType.getName() + ")" : "", what));
			}
		}
	}

	/** The factory may have been given more than beans, by its own customizers. */
	private void server() {
		Set<NettyServerCustomizer> beans = Collections.newSetFromMap(new IdentityHashMap<>());
		this.context.getBeanProvider(NettyServerCustomizer.class).forEach(beans::add);
		this.context.getBeanProvider(NettyReactiveWebServerFactory.class)
			.stream()
			.flatMap((factory) -> factory.getServerCustomizers().stream())
			.filter((customizer) -> !beans.contains(customizer))
			.map((customizer) -> customizer.getClass().getName())
			.filter((name) -> !name.startsWith("org.springframework.boot.") && !isOwn(name))
			.forEach((name) -> this.reasons.add("the server is customized by " + name));
	}

	/** The starter's own customizers stand in one package. */
	private static boolean isOwn(String className) {
		return ClassUtils.getPackageName(className)
			.equals(ClassUtils.getPackageName(UringReactiveWebServerAutoConfiguration.class));
	}

	private void handlers() {
		String[] names = this.context.getBeanNamesForType(HttpHandler.class, true, false);
		boolean boots = names.length == 1 && this.context.getBeanFactory().containsBeanDefinition(names[0])
				&& isBoots(this.context.getBeanFactory().getBeanDefinition(names[0]));
		if (!boots) {
			this.reasons.add("the HttpHandler is not Boot's own: " + Arrays.toString(names));
		}
		String webHandler = WebHttpHandlerBuilder.WEB_HANDLER_BEAN_NAME;
		if (!this.context.containsBean(webHandler)
				|| this.context.getBean(webHandler, WebHandler.class).getClass() != DispatcherHandler.class) {
			this.reasons.add("the bean 'webHandler' is not WebFlux's DispatcherHandler");
		}
	}

	private static boolean isBoots(BeanDefinition definition) {
		String factory = definition.getFactoryBeanName();
		return factory != null && factory.contains("HttpHandlerAutoConfiguration");
	}

	private void dispatcher() {
		exactly(RequestMappingHandlerMapping.class, ObservedRequestMappingHandlerMapping.class);
		exactly(RequestMappingHandlerAdapter.class, RequestMappingHandlerAdapter.class);
		exactly(ResponseBodyResultHandler.class, ResponseBodyResultHandler.class);
		known(HandlerAdapter.class);
		known(HandlerResultHandler.class);
		if (this.reasons.isEmpty()) {
			RequestMappingHandlerMapping mapping = this.context.getBean(ObservedRequestMappingHandlerMapping.class);
			if (mapping.getApiVersionStrategy() != null) {
				this.reasons.add("API versions are resolved for every request");
			}
			if (!mapping.getPathPatternParser().isCaseSensitive()) {
				this.reasons.add("paths are matched regardless of case");
			}
		}
	}

	/** There is one bean of a type, and it is exactly of another one. */
	private void exactly(Class<?> type, Class<?> exact) {
		// Boot has mappings of management endpoints, which are looked at as earlier ones.
		List<? extends Class<?>> types = this.context.getBeanProvider(type)
			.stream()
			.map(Object::getClass)
			.filter((each) -> !each.getName().startsWith("org.springframework.boot."))
			.toList();
		if (types.size() != 1 || types.get(0) != exact) {
			this.reasons.add("the application has a %s of its own: %s".formatted(type.getSimpleName(), types));
		}
	}

	private void known(Class<?> type) {
		this.context.getBeanProvider(type).forEach((bean) -> {
			String name = bean.getClass().getName();
			if (!name.startsWith("org.springframework.") && !name.startsWith("io.uringboot.")) {
				this.reasons.add("the application has a %s of its own: %s".formatted(type.getSimpleName(), name));
			}
		});
	}

	private void configurers() {
		for (String method : List.of("configureContentTypeResolver", "configureBlockingExecution",
				"configureApiVersioning")) {
			if (Customizations.isOverridden(this.context, method)) {
				this.reasons.add("a WebFluxConfigurer has " + method);
			}
		}
		if ("auto".equalsIgnoreCase(this.context.getEnvironment().getProperty("spring.reactor.context-propagation"))) {
			this.reasons.add("context is propagated automatically (spring.reactor.context-propagation)");
		}
	}

}
