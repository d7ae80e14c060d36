package io.uringboot.arena.webflux;

import io.uringboot.arena.files.StaticFiles;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * Serves the static files, compressed siblings first.
 */
@Configuration(proxyBeanMethods = false)
class StaticResourcesConfiguration implements WebFluxConfigurer {

	private final StaticFiles files;

	StaticResourcesConfiguration(StaticFiles files) {
		this.files = files;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/static/**")
			.addResourceLocations(this.files.location())
			.resourceChain(true)
			.addResolver(new EncodedResourceResolver())
			.addResolver(new PathResourceResolver());
	}

}
