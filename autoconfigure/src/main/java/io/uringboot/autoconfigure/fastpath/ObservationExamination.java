package io.uringboot.autoconfigure.fastpath;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;
import org.springframework.util.ClassUtils;

/**
 * Finds out who observes requests. Where that is Micrometer's meters alone, the fast path
 * records its requests in them; anything else, tracing for instance, needs the real
 * observation of each request.
 */
final class ObservationExamination {

	private static final String CUSTOMIZER = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer";

	private final ConfigurableApplicationContext context;

	private final List<String> closed;

	private ObservationExamination(ConfigurableApplicationContext context, List<String> closed) {
		this.context = context;
		this.closed = closed;
	}

	/**
	 * Examine the application's observations.
	 * @param context the application
	 * @param closed takes the reasons if the fast path cannot record what is observed
	 * @return what records requests that the fast path answers
	 */
	static RequestRecorders examine(ConfigurableApplicationContext context, List<String> closed) {
		ObservationRegistry registry = context.getBeanProvider(ObservationRegistry.class).getIfUnique();
		if (registry == null || registry.isNoop()) {
			return RequestRecorders.NONE;
		}
		return new ObservationExamination(context, closed).meters();
	}

	private RequestRecorders meters() {
		if (!ClassUtils.isPresent("io.micrometer.core.instrument.MeterRegistry", null)) {
			this.closed.add("requests are observed without meters");
			return RequestRecorders.NONE;
		}
		int before = this.closed.size();
		registry();
		only(ObservationHandler.class, DefaultMeterObservationHandler.class.getName());
		only(ServerRequestObservationConvention.class, DefaultServerRequestObservationConvention.class.getName());
		// Boot's, which does what properties say
		String properties = "org.springframework.boot.micrometer.observation.autoconfigure.PropertiesObservationFilterPredicate";
		only(ObservationFilter.class, properties);
		only(ObservationPredicate.class, properties);
		only(GlobalObservationConvention.class, null);
		Class<?> customizer = ClassUtils.isPresent(CUSTOMIZER, null) ? ClassUtils.resolveClassName(CUSTOMIZER, null)
				: null;
		if (customizer != null) {
			only(customizer, null);
		}
		if (isBound("management.observations.enable") || isBound("management.observations.key-values")) {
			this.closed.add("management.observations changes what is observed");
		}
		return (this.closed.size() == before) ? recorders() : RequestRecorders.NONE;
	}

	/** What an own registry was given directly is not among the beans. */
	private void registry() {
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.context,
				ObservationRegistry.class)) {
			ConfigurableListableBeanFactory beanFactory = this.context.getBeanFactory();
			String factory = beanFactory.containsBeanDefinition(name)
					? beanFactory.getBeanDefinition(name).getFactoryBeanName() : null;
			if (factory == null || !factory.contains("ObservationAutoConfiguration")) {
				this.closed.add("requests are observed by a registry that is not Boot's own: bean '" + name + "'");
			}
		}
	}

	private void only(Class<?> type, @Nullable String expected) {
		for (Object bean : this.context.getBeanProvider(type).stream().toList()) {
			if (!bean.getClass().getName().equals(expected)) {
				this.closed.add(
						"requests are observed by a %s: %s".formatted(type.getSimpleName(), bean.getClass().getName()));
			}
		}
	}

	private boolean isBound(String property) {
		return Binder.get(this.context.getEnvironment())
			.bind(property, Bindable.mapOf(String.class, String.class))
			.map((Map<String, String> map) -> !map.isEmpty())
			.orElse(false);
	}

	private RequestRecorders recorders() {
		MeterRegistry registry = this.context.getBeanProvider(MeterRegistry.class).getIfAvailable();
		ServerRequestObservationConvention convention = this.context
			.getBeanProvider(ServerRequestObservationConvention.class)
			.getIfAvailable(DefaultServerRequestObservationConvention::new);
		String name = convention.getName();
		if (registry == null || name == null) {
			this.closed.add("requests are observed without meters");
			return RequestRecorders.NONE;
		}
		String[] ignored = Binder.get(this.context.getEnvironment())
			.bind("management.metrics.observations.ignored-meters", String[].class)
			.orElse(new String[0]);
		boolean longTasks = Arrays.stream(ignored)
			.noneMatch((meter) -> meter.replaceAll("[-_]", "").equalsIgnoreCase("longtasktimer"));
		return new MeterRecorders(registry, convention, name, this.context.getBean(ServerCodecConfigurer.class),
				longTasks);
	}

}
