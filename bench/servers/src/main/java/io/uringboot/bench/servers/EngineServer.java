package io.uringboot.bench.servers;

import java.time.Duration;
import java.util.Map;

import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.http1.Http1Server;
import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.ShardedHttpServer;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The engine on reactor-netty's server, without Spring. {@code /pipeline} and
 * {@code /baseline11} take the fast path unless the environment says
 * {@code FAST_PATH=off}; {@code /standard} is what {@code /pipeline} is on the standard
 * path.
 */
public final class EngineServer implements AutoCloseable {

	private final EventLoops loops;

	private final DisposableServer server;

	private EngineServer(EventLoops loops, DisposableServer server) {
		this.loops = loops;
		this.server = server;
	}

	/**
	 * Runs the server until the process is told to end.
	 * @param args none
	 */
	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		ServerSettings settings = ServerSettings.of(environment);
		EngineServer server = start(settings, !"off".equals(environment.get("FAST_PATH")));
		Shutdown.closes(server);
		System.out.println(settings.announcement("engine", server.port()));
		server.server.onDispose().block();
	}

	static EngineServer start(ServerSettings settings, boolean fastPath) {
		EventLoops loops = EventLoops.create(settings.transport(),
				EventLoopSettings.defaults().withThreads(settings.loops()));
		try {
			Http1Server codec = Http1Server.create();
			if (fastPath) {
				codec = codec.inPlace(FastPath.of(EngineRoutes.routes()));
			}
			HttpServer server = codec.apply(HttpServer.create().port(settings.port()).handle(new StandardRoutes()));
			return new EngineServer(loops, ShardedHttpServer.of(server.runOn(loops)).bindNow());
		}
		catch (RuntimeException ex) {
			dispose(loops);
			throw ex;
		}
	}

	int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow();
		dispose(this.loops);
	}

	private static void dispose(EventLoops loops) {
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

}
