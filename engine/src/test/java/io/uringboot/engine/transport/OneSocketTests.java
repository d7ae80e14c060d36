package io.uringboot.engine.transport;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.netty.channel.unix.DomainSocketAddress;
import io.uringboot.engine.testkit.RawConnection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Tests for {@link ShardedHttpServer} where it does not shard.
 */
class OneSocketTests {

	private static final HttpServer PLAIN = HttpServer.create()
		.port(0)
		.handle((request, response) -> response.sendString(Mono.just("served")));

	@ParameterizedTest
	@MethodSource
	void serverListensWithOneSocket(Transport transport, int threads, UnaryOperator<HttpServer> wrapper) {
		EventLoops loops = EventLoops.create(transport, EventLoopSettings.defaults().withThreads(threads));
		HttpServer server = wrapper.apply(PLAIN).runOn(loops);
		DisposableServer bound = server.bindNow();
		int port = bound.port();
		// Often enough to see whether the address is free at once.
		for (int restart = 0; restart < 20; restart++) {
			assertThat(ListeningPorts.sockets(port)).isOne();
			try (RawConnection connection = RawConnection.to(port)) {
				assertThat(connection.get("/").body()).isEqualTo("served");
			}
			bound.disposeNow();
			bound = server.port(port).bindNow();
		}
		bound.disposeNow();
		dispose(loops);
	}

	static Stream<Arguments> serverListensWithOneSocket() {
		UnaryOperator<HttpServer> sharded = ShardedHttpServer::of;
		UnaryOperator<HttpServer> oneSocket = ShardedHttpServer::ofOneSocket;
		return Stream.of(argumentSet("NIO", Transport.NIO, 2, sharded),
				argumentSet("one io_uring loop", Transport.IO_URING, 1, sharded),
				argumentSet("one epoll loop", Transport.EPOLL, 1, sharded),
				argumentSet("limit of connections", Transport.IO_URING, 2,
						(UnaryOperator<HttpServer>) (server) -> ShardedHttpServer.of(server.maxConnections(10))),
				argumentSet("as demanded on io_uring", Transport.IO_URING, 2, oneSocket),
				argumentSet("as demanded on epoll", Transport.EPOLL, 2, oneSocket),
				argumentSet("as demanded last", Transport.EPOLL, 2,
						(UnaryOperator<HttpServer>) (server) -> ShardedHttpServer
							.ofOneSocket(ShardedHttpServer.of(server))));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NIO")
	void unixDomainSocketIsServed(Transport transport, @TempDir Path directory) throws Exception {
		EventLoops loops = EventLoops.create(transport, EventLoopSettings.defaults().withThreads(2));
		Path path = directory.resolve("server.sock");
		DisposableServer bound = ShardedHttpServer.of(PLAIN)
			.runOn(loops)
			.bindAddress(() -> new DomainSocketAddress(path.toString()))
			.bindNow();
		assertThat(bound.path()).isEqualTo(path.toString());
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(path));
			channel.write(ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII)));
			ByteBuffer response = ByteBuffer.allocate(4096);
			while (channel.read(response) != -1) {
				assertThat(response.hasRemaining()).isTrue();
			}
			assertThat(new String(response.array(), 0, response.position(), StandardCharsets.US_ASCII))
				.startsWith("HTTP/1.1 200")
				.endsWith("served");
		}
		bound.disposeNow();
		dispose(loops);
	}

	@ParameterizedTest
	@MethodSource
	void otherLoopResourcesAreUsedAsByAPlainServer(UnaryOperator<HttpServer> wrapper) {
		LoopResources other = LoopResources.create("other", 2, true);
		DisposableServer bound = wrapper.apply(PLAIN).runOn(other).bindNow();
		assertThat(ListeningPorts.sockets(bound.port())).isOne();
		assertThat(bound).isNotInstanceOf(BoundServer.class);
		bound.disposeNow();
		other.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
	}

	static Stream<UnaryOperator<HttpServer>> otherLoopResourcesAreUsedAsByAPlainServer() {
		return Stream.of(ShardedHttpServer::of, ShardedHttpServer::ofOneSocket);
	}

	private static void dispose(EventLoops loops) {
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
	}

}
