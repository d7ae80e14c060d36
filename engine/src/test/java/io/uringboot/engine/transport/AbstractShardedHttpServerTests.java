package io.uringboot.engine.transport;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.netty.channel.unix.Errors;
import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.testkit.RawConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.ChannelBindException;
import reactor.netty.ConnectionObserver;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What {@link ShardedHttpServer} does on every transport that has SO_REUSEPORT.
 */
abstract class AbstractShardedHttpServerTests extends AbstractHttpServerTests {

	AbstractShardedHttpServerTests(Transport transport) {
		super(transport);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0.0.0.0", "127.0.0.1", "localhost" })
	void everyLoopServesConnectionsOfItsOwnSocket(String host) {
		HttpServer server = host.isEmpty() ? server() : server().host(host);
		DisposableServer bound = server.bindNow();
		assertThat(bound.port()).isPositive();
		assertThat(ListeningPorts.sockets(bound.port())).isEqualTo(2);
		for (int loop = 0; loop < 2; loop++) {
			try (RawConnection connection = connectTo(bound, loop)) {
				for (int request = 0; request < 5; request++) {
					assertThat(connection.get("/thread").body()).isEqualTo(threadOf(loop));
				}
			}
		}
		bound.disposeNow();
	}

	@Test
	void portInUseIsTheSameFailureAsWithAPlainServer() {
		DisposableServer bound = server().bindNow();
		int port = bound.port();
		HttpServer plain = plainServer().port(port);
		assertThatExceptionOfType(ChannelBindException.class).isThrownBy(plain::bindNow)
			.satisfies((ex) -> assertThat(ex.localPort()).isEqualTo(port));
		assertThatExceptionOfType(ChannelBindException.class).isThrownBy(() -> server().port(port).bindNow())
			.satisfies((ex) -> assertThat(ex.localPort()).isEqualTo(port))
			.withCauseInstanceOf(Errors.NativeIoException.class)
			.havingCause()
			.withMessageContaining("Address already in use");
		try (RawConnection connection = RawConnection.to(port)) {
			assertThat(connection.get("/thread").status()).isEqualTo(200);
		}
		bound.disposeNow();
	}

	@Test
	void serverCannotJoinThePortOfAPlainOne() {
		DisposableServer bound = plainServer().runOn(this.loops).bindNow();
		assertThatExceptionOfType(ChannelBindException.class).isThrownBy(() -> server().port(bound.port()).bindNow());
		bound.disposeNow();
	}

	@Test
	void addressIsFreeForTheNextServerWhenTheServerIsDisposed() {
		DisposableServer bound = server().bindNow();
		int port = bound.port();
		HttpServer again = server().port(port);
		for (int restart = 0; restart < 100; restart++) {
			bound.disposeNow();
			bound = again.bindNow();
		}
		bound.dispose();
		bound.onDispose().block(TIMEOUT);
		again.bindNow().disposeNow();
	}

	@Test
	void disposedServerListensNoMoreAndLeavesNoSocket() {
		int before = OpenFiles.sockets();
		DisposableServer bound = server().bindNow();
		assertThat(bound.isDisposed()).isFalse();
		int port = bound.port();
		bound.disposeNow();
		assertThat(bound.isDisposed()).isTrue();
		assertThat(ListeningPorts.sockets(port)).isZero();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> RawConnection.to(port))
			.withMessageContaining("refused");
		assertThat(OpenFiles.sockets()).isEqualTo(before);
	}

	@Test
	void allSocketsCloseWithTheChannelOfTheServer() {
		DisposableServer bound = server().bindNow();
		int port = bound.port();
		bound.channel().close();
		bound.onDispose().block(TIMEOUT);
		assertThat(ListeningPorts.sockets(port)).isZero();
	}

	@Test
	void gracefulShutdownWaitsForTheRequestOnALaterSocketAndRefusesNewConnections() throws Exception {
		DisposableServer bound = server().bindNow();
		int port = bound.port();
		try (RawConnection connection = connectTo(bound, 1)) {
			connection.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
			awaitSlowRequest();
			CompletableFuture<Void> shutdown = CompletableFuture.runAsync(() -> bound.disposeNow(TIMEOUT));
			Awaitility.await().until(() -> ListeningPorts.sockets(port) == 0);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> RawConnection.to(port));
			assertThat(shutdown).isNotDone();
			answerSlowRequests();
			assertThat(connection.readResponse().status()).isEqualTo(200);
			shutdown.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	@Test
	void shutdownThatTakesTooLongIsToldAsByAPlainServer() throws Exception {
		DisposableServer bound = server().bindNow();
		try (RawConnection connection = connectTo(bound, 1)) {
			connection.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
			awaitSlowRequest();
			assertThatIllegalStateException().isThrownBy(() -> bound.disposeNow(Duration.ofMillis(100)))
				.withMessageContaining("couldn't be stopped within 100ms");
		}
	}

	@Test
	void serversOnTheSameLoopsAreIndependent() {
		DisposableServer first = server().bindNow();
		DisposableServer second = server().bindNow();
		first.disposeNow();
		for (int loop = 0; loop < 2; loop++) {
			connectTo(second, loop).close();
		}
		second.disposeNow();
	}

	@Test
	void callbacksOfTheListeningSocketRunOncePerServer() {
		List<String> calls = new ArrayList<>();
		DisposableServer bound = server().doOnBind((config) -> calls.add("bind"))
			.doOnBound((server) -> calls.add("bound"))
			.doOnUnbound((server) -> calls.add("unbound"))
			.observe((connection, state) -> {
				if (state == ConnectionObserver.State.CONNECTED) {
					calls.add("observed");
				}
			})
			.bindNow();
		bound.disposeNow();
		assertThat(calls).containsExactly("bind", "bound", "observed", "unbound");
	}

	@Test
	void laterSocketThatCannotBindFailsTheServerAndNamesTheRemedy() {
		int before = OpenFiles.sockets();
		// A callback from before the server was wrapped runs for every socket.
		HttpServer failing = plainServer().doOnBind(onSecondSocket(() -> {
			throw new IllegalArgumentException("no second socket");
		}));
		assertThatIllegalStateException().isThrownBy(() -> ShardedHttpServer.of(failing).runOn(this.loops).bindNow())
			.withMessageContaining("Event loop 2 of 2")
			.withMessageContaining("no second socket")
			.withMessageContaining("uring.sharded-accept=false");
		Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.sockets()).isEqualTo(before));
	}

	@Test
	void bindThatIsCancelledHalfwayLeavesNoSocket() {
		int before = OpenFiles.sockets();
		List<DisposableServer> emitted = new ArrayList<>();
		CompletableFuture<Disposable> subscription = new CompletableFuture<>();
		HttpServer server = plainServer().doOnBind(onSecondSocket(() -> subscription.join().dispose()));
		subscription.complete(ShardedHttpServer.of(server).runOn(this.loops).bind().subscribe(emitted::add));
		Awaitility.await().until(() -> subscription.join().isDisposed());
		Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.sockets()).isEqualTo(before));
		assertThat(emitted).isEmpty();
	}

	@Test
	void subscriberThatCancelsWhenItHasTheServerKeepsIt() {
		DisposableServer bound = Flux.from(server().bind()).take(1).blockLast(TIMEOUT);
		assertThat(ListeningPorts.sockets(bound.port())).isEqualTo(2);
		bound.disposeNow();
	}

	private static Consumer<HttpServerConfig> onSecondSocket(Runnable action) {
		AtomicInteger sockets = new AtomicInteger();
		return (config) -> {
			if (sockets.incrementAndGet() == 2) {
				action.run();
			}
		};
	}

}
