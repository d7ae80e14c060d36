package io.uringboot.autoconfigure.fastpath;

import io.uringboot.autoconfigure.UringReactiveWebServerAutoConfiguration;
import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.FastPathRoutes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Auto-configuration of the fast path for the handler methods of WebFlux.
 * <p>
 * Last, so that registrations of others win.
 */
@AutoConfiguration(after = UringReactiveWebServerAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass({ DispatcherHandler.class, WebFluxRegistrations.class, FastPath.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBooleanProperty(name = { "uring.enabled", "uring.http1.enabled", "uring.fast-path.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties(FastPathProperties.class)
public final class UringFastPathAutoConfiguration {

	@Bean
	FastPath uringFastPath() {
		return FastPath.of(FastPathRoutes.none());
	}

	@Bean
	@ConditionalOnMissingBean(WebFluxRegistrations.class)
	FastPathWebFluxRegistrations uringFastPathWebFluxRegistrations() {
		return new FastPathWebFluxRegistrations();
	}

	@Bean
	OutcomeHandlerMapping uringOutcomeHandlerMapping(ObjectProvider<ObservedRequestMappingHandlerMapping> mapping) {
		return new OutcomeHandlerMapping(mapping::getObject);
	}

	@Bean
	OutcomeHandlerAdapter uringOutcomeHandlerAdapter(ObjectProvider<RequestMappingHandlerAdapter> adapter) {
		return new OutcomeHandlerAdapter(adapter::getObject);
	}

	@Bean
	FastPathCompiler uringFastPathCompiler(ConfigurableApplicationContext context, FastPathProperties properties,
			FastPath fastPath) {
		return new FastPathCompiler(context, properties, fastPath);
	}

	@Bean
	FastPathStartupReport uringFastPathStartupReport(ConfigurableApplicationContext context,
			FastPathCompiler compiler) {
		return new FastPathStartupReport(context, compiler);
	}

}
