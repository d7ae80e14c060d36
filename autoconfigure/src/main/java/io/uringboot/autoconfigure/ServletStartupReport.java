package io.uringboot.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Tells in one line that the engine does not serve a servlet application, and what to do.
 */
final class ServletStartupReport implements ApplicationListener<WebServerInitializedEvent> {

	private static final Log logger = LogFactory.getLog(ServletStartupReport.class);

	private final ApplicationContext applicationContext;

	ServletStartupReport(ApplicationContext applicationContext) {
		this.applicationContext = applicationContext;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		// Not for the management server, whose events arrive here too.
		if (event.getApplicationContext() == this.applicationContext) {
			logger
				.warn("Uring engine not in use: it serves reactive applications, and this is a servlet application on "
						+ event.getWebServer().getClass().getSimpleName()
						+ ". Replace spring-boot-starter-webmvc by spring-boot-starter-webflux, "
						+ "or set uring.enabled=false.");
		}
	}

}
