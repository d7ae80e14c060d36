package io.uringboot.autoconfigure.resources;

import io.uringboot.engine.files.FileResponses;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Auto-configuration of static resources in reactive applications.
 */
@AutoConfiguration
@ConditionalOnClass({ FileResponses.class, ResourceWebHandler.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "uring.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "uring.static-resources.enabled", matchIfMissing = true)
@EnableConfigurationProperties(StaticResourcesProperties.class)
public final class UringStaticResourcesAutoConfiguration {

	@Bean
	static ResourceHandlerPostProcessor uringResourceHandlerPostProcessor(
			ObjectProvider<StaticResourcesProperties> properties) {
		return new ResourceHandlerPostProcessor(() -> properties.getObject().isPrecompressed());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "uring.static-resources.cache.enabled", matchIfMissing = true)
	StaticResourceRoutes uringStaticResourceRoutes(ApplicationContext applicationContext,
			StaticResourcesProperties properties) {
		return new StaticResourceRoutes(applicationContext, properties.getCache());
	}

}
