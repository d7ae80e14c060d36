package io.uringboot.arena.webflux;

import io.uringboot.arena.files.StaticFiles;

import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.CachingResourceResolver;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * Serves the static files, compressed siblings first. The cache stands behind the choice
 * of the coding: in front of it, where Spring puts it, its key has the client's codings
 * but not their order, and the first client decides for all others.
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
			.resourceChain(false)
			.addResolver(new EncodedResourceResolver())
			.addResolver(new CachingResourceResolver(new ConcurrentMapCache("static-files")))
			.addResolver(new PathResourceResolver());
	}

}
