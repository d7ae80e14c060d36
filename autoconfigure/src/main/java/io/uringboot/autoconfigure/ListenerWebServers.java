package io.uringboot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * The web servers of {@code uring.listeners}, started after that of {@code server.port}
 * and stopped before it. Either all of them serve or none does.
 * <p>
 * No {@code WebServerInitializedEvent} tells of them: it would make their ports the
 * {@code local.server.port}.
 */
final class ListenerWebServers implements SmartLifecycle {

	private final UringProperties properties;

	private final ListenerWebServerFactory factory;

	private final ObjectProvider<HttpHandler> handler;

	private final ConfigurableApplicationContext applicationContext;

	private final UringStartupReport report;

	private final Map<ListenerProperties, WebServer> servers = new LinkedHashMap<>();

	private volatile boolean running;

	ListenerWebServers(UringProperties properties, ListenerWebServerFactory factory,
			ObjectProvider<HttpHandler> handler, ConfigurableApplicationContext applicationContext,
			UringStartupReport report) {
		this.properties = properties;
		this.factory = factory;
		this.handler = handler;
		this.applicationContext = applicationContext;
		this.report = report;
	}

	@Override
	public void start() {
		try {
			for (ListenerProperties listener : this.properties.getListeners()) {
				start(listener);
			}
			this.running = !this.servers.isEmpty();
		}
		catch (RuntimeException ex) {
			stop();
			throw ex;
		}
	}

	private void start(ListenerProperties listener) {
		WebServer server = this.servers.computeIfAbsent(listener,
				(key) -> this.factory.create(key, this.handler.getObject()));
		server.start();
		publishPort(listener, server.getPort());
		this.report.listenerStarted(String.valueOf(listener.getName()), listener.getProtocols(),
				listener.getSsl().getBundle() != null, server.getPort());
	}

	private void publishPort(ListenerProperties listener, int port) {
		MutablePropertySources sources = this.applicationContext.getEnvironment().getPropertySources();
		MapPropertySource source = (MapPropertySource) sources.get("uring.ports");
		if (source == null) {
			source = new MapPropertySource("uring.ports", new LinkedHashMap<>());
			sources.addFirst(source);
		}
		source.getSource().put("local.uring." + listener.getName() + ".port", port);
	}

	@Override
	public void stop() {
		this.running = false;
		this.servers.values().forEach(WebServer::stop);
	}

	/**
	 * Let all servers finish what is in flight.
	 * @param callback called when the last one has
	 */
	void shutDownGracefully(Runnable callback) {
		AtomicInteger remaining = new AtomicInteger(this.servers.size());
		this.servers.values().forEach((server) -> server.shutDownGracefully((result) -> {
			if (remaining.decrementAndGet() == 0) {
				callback.run();
			}
		}));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isAutoStartup() {
		// Not where the application runs without a server, as in tests with a mocked one.
		return this.applicationContext instanceof WebServerApplicationContext;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
	}

}
