package io.uringboot.autoconfigure.fastpath;

import java.util.List;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;

/**
 * What the application has customized of WebFlux, as far as it cannot be seen in the
 * objects that WebFlux was made of.
 *
 * @param conversion whether text may be converted in ways of the application's own
 * @param argumentResolvers whether arguments may be resolved in ways of its own
 */
record Customizations(boolean conversion, boolean argumentResolvers) {

	private static final List<Class<?>> CONVERTERS = List.of(Converter.class, ConverterFactory.class,
			GenericConverter.class, Formatter.class, Printer.class, Parser.class);

	static Customizations of(ListableBeanFactory beanFactory) {
		boolean conversion = isOverridden(beanFactory, "addFormatters")
				|| CONVERTERS.stream().anyMatch((type) -> hasBean(beanFactory, type));
		boolean resolvers = isOverridden(beanFactory, "configureArgumentResolvers")
				|| hasBean(beanFactory, HandlerMethodArgumentResolver.class);
		return new Customizations(conversion, resolvers);
	}

	private static boolean hasBean(ListableBeanFactory beanFactory, Class<?> type) {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type).length > 0;
	}

	/**
	 * Whether a configurer other than Boot's own has a method of its own.
	 * @param beanFactory the bean factory
	 * @param method name of a method of {@link WebFluxConfigurer}
	 * @return whether there is such a configurer
	 */
	static boolean isOverridden(ListableBeanFactory beanFactory, String method) {
		return beanFactory.getBeanProvider(WebFluxConfigurer.class)
			.stream()
			.map(ClassUtils::getUserClass)
			.filter((type) -> !type.getName().startsWith("org.springframework.boot."))
			.anyMatch((type) -> overrides(type, method));
	}

	private static boolean overrides(Class<?> type, String name) {
		for (var method : ReflectionUtils.getAllDeclaredMethods(type)) {
			if (method.getName().equals(name) && method.getDeclaringClass() != WebFluxConfigurer.class) {
				return true;
			}
		}
		return false;
	}

}
