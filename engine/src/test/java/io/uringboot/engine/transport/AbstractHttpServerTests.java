package io.uringboot.engine.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.uringboot.engine.testkit.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A server on two event loops of a transport, as the tests of servers need it:
 * {@code /thread} answers with the name of the thread, {@code /digest} with that of the
 * body, {@code /slow} when {@link #answerSlowRequests} is called, and {@code /busy} keeps
 * the loop until {@link #endBusyRequests} is.
 */
abstract class AbstractHttpServerTests {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	final Transport transport;

	EventLoops loops;

	private DefaultEventExecutor channelGroupExecutor;

	private ChannelGroup channelGroup;

	private CountDownLatch slowRequests;

	private Sinks.Empty<Void> answerToSlowRequests;

	private CountDownLatch busyLoops;

	AbstractHttpServerTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void createLoops() {
		this.loops = EventLoops.create(this.transport, EventLoopSettings.defaults().withThreads(2));
		this.channelGroupExecutor = new DefaultEventExecutor();
		this.channelGroup = new DefaultChannelGroup(this.channelGroupExecutor);
		this.slowRequests = new CountDownLatch(1);
		this.answerToSlowRequests = Sinks.empty();
		this.busyLoops = new CountDownLatch(1);
	}

	@AfterEach
	void disposeLoops() {
		this.loops.disposeLater(Duration.ZERO, TIMEOUT).block();
		this.channelGroupExecutor.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
	}

	/**
	 * The server as the application configures it.
	 * @return a server on a random port that does not run on {@link #loops} yet
	 */
	HttpServer plainServer() {
		return HttpServer.create()
			.port(0)
			.channelGroup(this.channelGroup)
			.route((routes) -> routes
				.get("/thread",
						(request, response) -> response
							.sendString(Mono.fromSupplier(() -> Thread.currentThread().getName())))
				.post("/digest", (request, response) -> response.sendString(ReceivedBody.digest(request)))
				.get("/busy", (request, response) -> {
					this.slowRequests.countDown();
					await(this.busyLoops);
					return response.sendString(Mono.just("done"));
				})
				.get("/slow", (request, response) -> {
					this.slowRequests.countDown();
					return response.sendString(this.answerToSlowRequests.asMono().thenReturn("done"));
				}));
	}

	/**
	 * The server as the engine runs it.
	 * @return a server on {@link #loops} with as many sockets as there can be
	 */
	HttpServer server() {
		return ShardedHttpServer.of(plainServer()).runOn(this.loops);
	}

	String threadOf(int loop) {
		return "uring-http-%s-%d".formatted(this.transport, loop + 1);
	}

	/**
	 * Connects until the kernel has chosen the wanted loop.
	 */
	RawConnection connectTo(DisposableServer server, int loop) {
		for (int attempt = 0; attempt < 500; attempt++) {
			RawConnection connection = RawConnection.to(server.port());
			if (connection.get("/thread").body().equals(threadOf(loop))) {
				return connection;
			}
			connection.close();
		}
		throw new AssertionError("No connection lands on loop " + loop);
	}

	void awaitSlowRequest() throws InterruptedException {
		if (!this.slowRequests.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("No slow request arrived");
		}
	}

	void endBusyRequests() {
		this.busyLoops.countDown();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void answerSlowRequests() {
		this.answerToSlowRequests.tryEmitEmpty();
	}

}
