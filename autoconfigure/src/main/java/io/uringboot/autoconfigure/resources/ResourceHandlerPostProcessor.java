package io.uringboot.autoconfigure.resources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Adapts the resolvers of all resource handlers that WebFlux or the application has
 * mapped.
 */
final class ResourceHandlerPostProcessor implements BeanPostProcessor {

	private final BooleanSupplier precompressed;

	/**
	 * Create a post-processor.
	 * @param precompressed whether to look for compressed siblings everywhere; asked when
	 * the first handler is there
	 */
	ResourceHandlerPostProcessor(BooleanSupplier precompressed) {
		this.precompressed = precompressed;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof SimpleUrlHandlerMapping mapping) {
			Set<Object> handlers = new HashSet<>(mapping.getUrlMap().values());
			handlers.forEach((handler) -> {
				if (handler instanceof ResourceWebHandler resourceHandler) {
					adapt(resourceHandler, beanName);
				}
			});
		}
		return bean;
	}

	private void adapt(ResourceWebHandler handler, String beanName) {
		List<ResourceResolver> before = new ArrayList<>(handler.getResourceResolvers());
		List<ResourceResolver> adapted = ResourceChains.adapt(before, this.precompressed.getAsBoolean());
		if (adapted.equals(before)) {
			return;
		}
		handler.setResourceResolvers(adapted);
		try {
			handler.afterPropertiesSet(); // makes its chain of the resolvers
		}
		catch (Exception ex) {
			throw new BeanInitializationException("Resource handler of '" + beanName + "' cannot be adapted", ex);
		}
	}

}
