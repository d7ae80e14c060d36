package io.uringboot.arena.webflux;

import io.uringboot.arena.files.StaticFiles;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves the static files. That compressed siblings come first is a setting.
 */
@Configuration(proxyBeanMethods = false)
class StaticResourcesConfiguration implements WebFluxConfigurer {

	private final StaticFiles files;

	StaticResourcesConfiguration(StaticFiles files) {
		this.files = files;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/static/**").addResourceLocations(this.files.location());
	}

}
