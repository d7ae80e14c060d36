package io.uringboot.autoconfigure;

import java.time.Duration;
import java.util.function.Supplier;

import io.uringboot.engine.transport.EventLoops;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The server's {@link EventLoops} within the lifecycle of the application context. They
 * are created when a server that is about to start asks for them, so that no ring is open
 * in a context that only refreshes, and disposed after the servers have stopped. A
 * restarted context gets new ones.
 * <p>
 * To applications the bean is a {@code Supplier<EventLoops>}, for clients of theirs that
 * are to stay on the thread of a request.
 */
final class ServerEventLoops implements Supplier<EventLoops>, SmartLifecycle, DisposableBean {

	private static final Log logger = LogFactory.getLog(ServerEventLoops.class);

	private final Supplier<EventLoops> factory;

	private final Duration shutdownQuietPeriod;

	private final Duration shutdownTimeout = Duration.ofSeconds(LoopResources.DEFAULT_SHUTDOWN_TIMEOUT);

	private @Nullable EventLoops loops;

	ServerEventLoops(Supplier<EventLoops> factory, @Nullable Duration shutdownQuietPeriod) {
		this.factory = factory;
		this.shutdownQuietPeriod = (shutdownQuietPeriod != null) ? shutdownQuietPeriod
				: Duration.ofSeconds(LoopResources.DEFAULT_SHUTDOWN_QUIET_PERIOD);
	}

	/**
	 * The event loops for a server that starts.
	 * @return the running event loops
	 * @throws io.uringboot.engine.transport.TransportUnavailableException if the demanded
	 * transport cannot be had
	 */
	@Override
	public synchronized EventLoops get() {
		EventLoops loops = this.loops;
		if (loops == null) {
			loops = this.factory.get();
			this.loops = loops;
		}
		return loops;
	}

	/**
	 * The event loops if there are any now.
	 * @return the event loops or {@code null}
	 */
	synchronized @Nullable EventLoops running() {
		return this.loops;
	}

	/**
	 * The event loops in the form that {@code NettyReactiveWebServerFactory} takes. For
	 * the server alone: not a bean, so that {@code WebClient} keeps its resources.
	 * @return the resource factory, which has no lifecycle of its own
	 */
	ReactorResourceFactory asResourceFactory() {
		return new ServerResourceFactory();
	}

	@Override
	public void start() {
		// The server asks.
	}

	@Override
	public void stop() {
		dispose().block();
	}

	@Override
	public void stop(Runnable callback) {
		dispose().doFinally((signal) -> callback.run()).subscribe();
	}

	@Override
	public void destroy() {
		// Still there after a refresh that failed.
		stop();
	}

	private synchronized Mono<Void> dispose() {
		EventLoops loops = this.loops;
		if (loops == null) {
			return Mono.empty();
		}
		this.loops = null;
		return loops.disposeLater(this.shutdownQuietPeriod, this.shutdownTimeout).onErrorResume((ex) -> {
			logger.warn("Event loops of the server are still running", ex);
			return Mono.empty();
		});
	}

	@Override
	public synchronized boolean isRunning() {
		return this.loops != null;
	}

	@Override
	public boolean isPauseable() {
		// As the web server, which keeps serving while a context is paused.
		return false;
	}

	@Override
	public int getPhase() {
		// As ReactorResourceFactory: stopped after the servers.
		return 0;
	}

	private final class ServerResourceFactory extends ReactorResourceFactory {

		@Override
		public LoopResources getLoopResources() {
			return ServerEventLoops.this.get();
		}

	}

}
