package io.uringboot.bench.servers;

import java.time.Duration;

import io.netty.channel.uring.IoUring;
import io.uringboot.engine.transport.Transport;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * reactor-netty as it is, with its own event loops, one for each processor.
 */
public final class ReactorNettyServer implements AutoCloseable {

	private final LoopResources loops;

	private final DisposableServer server;

	private ReactorNettyServer(LoopResources loops, DisposableServer server) {
		this.loops = loops;
		this.server = server;
	}

	/**
	 * Runs the server until the process is told to end.
	 * @param args none
	 */
	public static void main(String[] args) {
		ServerSettings settings = ServerSettings.of(System.getenv());
		ReactorNettyServer server = start(settings);
		Shutdown.closes(server);
		System.out.println(settings.announcement("reactor-netty", server.port()));
		server.server.onDispose().block();
	}

	static ReactorNettyServer start(ServerSettings settings) {
		// It takes io_uring, epoll or NIO by itself, the first that is there.
		switch (settings.transport()) {
			case IO_URING -> IoUring.ensureAvailability();
			case EPOLL -> throw new IllegalArgumentException("reactor-netty takes io_uring or NIO here");
			case NIO -> {
			}
		}
		LoopResources loops = LoopResources.create("reactor-netty", settings.loops(), true);
		HttpServer server = HttpServer.create()
			.port(settings.port())
			.runOn(loops, settings.transport() != Transport.NIO)
			.handle(new StandardRoutes());
		return new ReactorNettyServer(loops, server.bindNow());
	}

	int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow();
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

}
