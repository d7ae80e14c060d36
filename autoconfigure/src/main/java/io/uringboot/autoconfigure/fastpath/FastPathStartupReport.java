package io.uringboot.autoconfigure.fastpath;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Tells in one line how much the fast path answers.
 */
final class FastPathStartupReport implements ApplicationListener<ReactiveWebServerInitializedEvent> {

	private static final Log logger = LogFactory.getLog(FastPathStartupReport.class);

	private final ApplicationContext context;

	private final FastPathCompiler compiler;

	FastPathStartupReport(ApplicationContext context, FastPathCompiler compiler) {
		this.context = context;
		this.compiler = compiler;
	}

	@Override
	public void onApplicationEvent(ReactiveWebServerInitializedEvent event) {
		if (event.getApplicationContext() != this.context) {
			return; // the management server's, which has no fast path
		}
		FastPathReport report = this.compiler.report();
		String why = report.closed().isEmpty() ? "" : " (" + String.join("; ", report.closed()) + ")";
		logger.info("Uring fast path: %d of %d routes%s".formatted(report.compiled(), report.routes().size(), why));
	}

}
