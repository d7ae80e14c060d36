package io.uringboot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.uringboot.autoconfigure.ListenerProperties.Protocol;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.KernelVersion;
import io.uringboot.engine.transport.ShardedHttpServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Tells in one line what the started server stands on.
 */
final class UringStartupReport implements ApplicationListener<ReactiveWebServerInitializedEvent> {

	private static final Log logger = LogFactory.getLog(UringStartupReport.class);

	private final ApplicationContext applicationContext;

	private final UringWebServerFactoryCustomizer customizer;

	private final @Nullable ServerEventLoops eventLoops;

	UringStartupReport(ApplicationContext applicationContext, UringWebServerFactoryCustomizer customizer,
			@Nullable ServerEventLoops eventLoops) {
		this.applicationContext = applicationContext;
		this.customizer = customizer;
		this.eventLoops = eventLoops;
	}

	@Override
	public void onApplicationEvent(ReactiveWebServerInitializedEvent event) {
		// Events of a child context arrive too: the management server's, which is Boot's
		// own.
		if (event.getApplicationContext() == this.applicationContext) {
			report(event.getWebServer());
		}
	}

	/**
	 * Tell that a listener beside the server is there.
	 * @param name name of the listener
	 * @param protocols its protocols
	 * @param tls whether it speaks TLS
	 * @param port the port that it is bound to
	 */
	void listenerStarted(String name, Set<Protocol> protocols, boolean tls, int port) {
		String listener = protocols.stream()
			.map((protocol) -> protocol.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", ", "listener " + name + ": ",
					tls ? ", " + TlsImplementation.describe() : ""));
		logger.info("Uring engine on port %d (%s)".formatted(port, listener));
	}

	private void report(WebServer webServer) {
		ShardedHttpServer server = this.customizer.getServer();
		if (server == null || !(webServer instanceof NettyWebServer)) {
			logger.warn("Uring engine not in use: it stands below reactor-netty, and the web server is "
					+ webServer.getClass().getSimpleName()
					+ ". Exclude that server's starter, or set uring.enabled=false.");
		}
		else if (this.eventLoops == null) {
			logger.info("Uring engine " + on(webServer) + ": event loops of the application's ReactorResourceFactory, "
					+ "to which uring.transport and the settings of event loops do not apply"
					+ (speaksTls(server) ? "; " + TlsImplementation.describe() : ""));
		}
		else {
			logger.info("Uring engine " + on(webServer) + ": " + describe(server, this.eventLoops.get()));
		}
	}

	private static boolean speaksTls(ShardedHttpServer server) {
		return server.configuration().sslProvider() != null;
	}

	private static String on(WebServer server) {
		// A Unix domain socket has no port.
		return (server.getPort() > 0) ? "on port " + server.getPort() : "on a domain socket";
	}

	private static String describe(ShardedHttpServer server, EventLoops loops) {
		List<String> facts = new ArrayList<>();
		KernelVersion kernel = KernelVersion.current();
		if (kernel != null) {
			facts.add("kernel " + kernel);
		}
		facts.add((loops.count() == 1) ? "1 loop" : loops.count() + " loops");
		if (server.isSharded(loops)) {
			facts.add("sharded accept");
		}
		if (speaksTls(server)) {
			facts.add(TlsImplementation.describe());
		}
		return "%s (%s)".formatted(loops.transport(), String.join(", ", facts));
	}

}
