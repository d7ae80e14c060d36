package io.uringboot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that tells servlet applications that the engine serves reactive
 * ones.
 */
@AutoConfiguration
@ConditionalOnClass(WebServerInitializedEvent.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBooleanProperty(name = "uring.enabled", matchIfMissing = true)
public final class UringServletWebServerAutoConfiguration {

	@Bean
	ServletStartupReport uringServletStartupReport(ApplicationContext applicationContext) {
		return new ServletStartupReport(applicationContext);
	}

}
