package io.uringboot.engine.transport;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.uringboot.engine.testkit.BusyLoops;
import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.testkit.RawConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;

import javax.net.ssl.KeyManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server does on event loops of every transport.
 */
abstract class AbstractServingTests extends AbstractHttpServerTests {

	private static final int CONNECTIONS_AT_ONCE = 100;

	private static final int WAVES = 10;

	/** What the server does not write an answer to, which would show it the reset. */
	private static final List<String> UNANSWERED = List.of("GET /thr", "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"POST /digest HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

	AbstractServingTests(Transport transport) {
		super(transport);
	}

	@Test
	void largeBodyArrivesAsItWas() {
		DisposableServer bound = server().bindNow();
		String body = "0123456789abcdef".repeat(64 * 1024);
		try (RawConnection connection = RawConnection.to(bound.port())) {
			connection
				.send("POST /digest HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(body.length()))
				.send(body);
			assertThat(connection.readResponse().body()).isEqualTo(ReceivedBody.digest(body));
		}
		bound.disposeNow();
	}

	@Test
	void servesOverTls(@TempDir Path directory) throws Exception {
		SslContext sslContext = SslContextBuilder.forServer(keyManagers(directory)).build();
		DisposableServer bound = server().secure((spec) -> spec.sslContext(sslContext)).bindNow();
		SslContext trusting = SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build();
		// A connection a request, so that all sockets take part.
		HttpClient client = HttpClient.newConnection().port(bound.port()).secure((spec) -> spec.sslContext(trusting));
		for (int request = 0; request < 10; request++) {
			assertThat(client.get().uri("/thread").responseContent().aggregate().asString().block(TIMEOUT))
				.startsWith("uring-http-" + this.transport);
		}
		bound.disposeNow();
	}

	@Test
	void clientsStayOnTheirOwnLoops() {
		DisposableServer bound = server().bindNow();
		String thread = HttpClient.newConnection()
			.port(bound.port())
			.get()
			.uri("/thread")
			.responseSingle((response, body) -> body.asString().map((served) -> Thread.currentThread().getName()))
			.block(TIMEOUT);
		assertThat(thread).startsWith("reactor-http-");
		bound.disposeNow();
	}

	@AfterEach
	void resetHooks() {
		Hooks.resetOnErrorDropped();
	}

	@Test
	void thousandConnectionsThatAreUsedAndResetLeaveNoDescriptor() {
		DisposableServer bound = server().bindNow();
		RawConnection.to(bound.port()).close();
		// reactor-netty drops the reset that ends the reception of a body
		Hooks.onErrorDropped((ex) -> {
		});
		int before = OpenFiles.count();
		for (int wave = 0; wave < WAVES; wave++) {
			wave(bound.port());
		}
		Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.count()).isLessThanOrEqualTo(before));
		try (RawConnection connection = RawConnection.to(bound.port())) {
			assertThat(connection.get("/thread").status()).isEqualTo(200);
		}
		bound.disposeNow();
	}

	/**
	 * Data and a reset that are both there when the loop looks are the case in which a
	 * poll for many events tells of the reset only once.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void resetThatComesTogetherWithDataIsNoticed(boolean beforeTheFirstRead) {
		DisposableServer bound = server().bindNow();
		RawConnection.to(bound.port()).close();
		Hooks.onErrorDropped((ex) -> {
		});
		int before = OpenFiles.count();
		List<RawConnection> connections = new ArrayList<>();
		for (int index = 0; index < 40 && !beforeTheFirstRead; index++) {
			RawConnection connection = RawConnection.to(bound.port());
			assertThat(connection.get("/thread").status()).isEqualTo(200);
			connections.add(connection);
		}
		BusyLoops.during(this.loops.onServer(true), () -> {
			for (int index = 0; index < 40; index++) {
				RawConnection connection = beforeTheFirstRead ? RawConnection.to(bound.port()) : connections.get(index);
				connection.send(UNANSWERED.get(index % UNANSWERED.size())).reset();
			}
		});
		Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.count()).isLessThanOrEqualTo(before));
		bound.disposeNow();
	}

	@Test
	void connectionThatABusyLoopAcceptsWhileTheServerStopsIsClosed() throws Exception {
		EventLoops loop = EventLoops.create(this.transport, EventLoopSettings.defaults().withThreads(1));
		DisposableServer bound = ShardedHttpServer.of(plainServer()).runOn(loop).bindNow();
		try (RawConnection busy = RawConnection.to(bound.port())) {
			busy.send("GET /busy HTTP/1.1\r\nHost: localhost\r\n\r\n");
			awaitSlowRequest();
			try (RawConnection late = RawConnection.to(bound.port())) {
				Thread stopping = new Thread(() -> bound.disposeNow(TIMEOUT));
				stopping.start();
				Awaitility.await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
				endBusyRequests();
				assertThat(busy.readResponse().body()).isEqualTo("done");
				stopping.join(TIMEOUT.toMillis() / 2);
				assertThat(stopping.isAlive()).isFalse();
				assertThat(late.endsWithoutAnswer()).isTrue();
			}
		}
		loop.disposeLater(Duration.ZERO, TIMEOUT).block();
	}

	/**
	 * Resets connections in every state: after a response, within a request, and before a
	 * response.
	 */
	private static void wave(int port) {
		List<RawConnection> connections = new ArrayList<>();
		for (int index = 0; index < CONNECTIONS_AT_ONCE; index++) {
			RawConnection connection = RawConnection.to(port);
			assertThat(connection.get("/thread").status()).isEqualTo(200);
			switch (index % 4) {
				case 1 -> connection.send("GET /thr");
				case 2 -> connection.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
				case 3 -> connection.send("POST /digest HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
				default -> {
				}
			}
			connections.add(connection);
		}
		connections.forEach(RawConnection::reset);
	}

	private static KeyManagerFactory keyManagers(Path directory) throws Exception {
		Path file = directory.resolve("server.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost",
				"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "secret")
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			keyStore.load(in, "secret".toCharArray());
		}
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(keyStore, "secret".toCharArray());
		return keyManagers;
	}

}
