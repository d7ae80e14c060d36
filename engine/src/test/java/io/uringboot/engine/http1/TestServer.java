package io.uringboot.engine.http1;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.ShardedHttpServer;
import io.uringboot.engine.transport.Transport;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

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
		return start(transport, codec, server, new TestRoutes());
	}

	static TestServer start(Transport transport, Handler routes) {
		return start(transport, (codec) -> codec, (server) -> server, routes);
	}

	static TestServer start(Transport transport, UnaryOperator<Http1Server> codec, UnaryOperator<HttpServer> server,
			Handler routes) {
		Http1Server http1 = codec.apply(Http1Server.create().inPlace(TestResponder::new));
		HttpServer withCodec = http1.apply(server.apply(plain(transport, routes)));
		return new TestServer(ShardedHttpServer.ofOneSocket(withCodec).bindNow(Duration.ofSeconds(10)));
	}

	/** The same server as reactor-netty ships it. */
	static TestServer startStock(UnaryOperator<HttpServer> server) {
		HttpServer stock = server.apply(plain(Transport.IO_URING, new TestRoutes()));
		return new TestServer(stock.bindNow(Duration.ofSeconds(10)));
	}

	private static HttpServer plain(Transport transport, Handler routes) {
		return HttpServer.create().host("127.0.0.1").port(0).runOn(loops(transport)).handle(routes);
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

	/** What answers on the standard path. */
	interface Handler extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	}

}
