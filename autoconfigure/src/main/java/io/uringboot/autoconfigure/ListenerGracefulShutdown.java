package io.uringboot.autoconfigure;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Graceful shutdown of the {@link ListenerWebServers}, at the same time as that of the
 * server of {@code server.port}.
 */
final class ListenerGracefulShutdown implements SmartLifecycle {

	private final ListenerWebServers servers;

	private volatile boolean running;

	ListenerGracefulShutdown(ListenerWebServers servers) {
		this.servers = servers;
	}

	@Override
	public void start() {
		this.running = this.servers.isRunning();
	}

	@Override
	public void stop() {
		throw new UnsupportedOperationException("Stop must not be invoked directly");
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.servers.shutDownGracefully(callback);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
	}

}
