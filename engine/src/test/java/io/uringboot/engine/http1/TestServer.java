package io.uringboot.engine.http1;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.Transport;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A reactor-netty server with the codec, the {@link TestResponder} and the
 * {@link TestRoutes}, on a free port.
 */
final class TestServer implements AutoCloseable {

	private static final Map<Transport, EventLoops> LOOPS = new ConcurrentHashMap<>();

	private final DisposableServer server;

	private TestServer(DisposableServer server) {
		this.server = server;
	}

	/** Two event loops that all servers of a transport share. */
	static EventLoops loops(Transport transport) {
		return LOOPS.computeIfAbsent(transport, (key) -> EventLoops.create(key,
				EventLoopSettings.defaults().withThreadPrefix("test-" + key).withThreads(2)));
	}

	static TestServer start() {
		return start(Transport.IO_URING);
	}

	static TestServer start(Transport transport) {
		return start(transport, (codec) -> codec, (server) -> server);
	}

	static TestServer start(Transport transport, UnaryOperator<Http1Server> codec, UnaryOperator<HttpServer> server) {
		HttpServer plain = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.runOn(loops(transport))
			.handle(new TestRoutes());
		Http1Server http1 = codec.apply(Http1Server.create().inPlace(TestResponder::new));
		return new TestServer(http1.apply(server.apply(plain)).bindNow(Duration.ofSeconds(10)));
	}

	/** The same server as reactor-netty ships it. */
	static TestServer startStock(UnaryOperator<HttpServer> server) {
		HttpServer plain = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.runOn(loops(Transport.IO_URING))
			.handle(new TestRoutes());
		return new TestServer(server.apply(plain).bindNow(Duration.ofSeconds(10)));
	}

	int port() {
		return this.server.port();
	}

	WireClient client() {
		return WireClient.open(port());
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(10));
	}

}
