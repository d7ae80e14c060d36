package io.uringboot.autoconfigure;

import java.time.Duration;

import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.EventLoops;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.server.WebServer;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starting, stopping and starting again.
 */
class LifecycleTests {

	@Test
	void aServerThatIsStoppedAndStartedServesAgain() {
		try (RunningApplication application = RunningApplication.start()) {
			WebServer server = application.context().getWebServer();
			server.stop();
			assertThat(server.getPort()).isEqualTo(-1);
			server.start();
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "io_uring", "epoll", "nio" })
	void aContextThatIsStoppedAndStartedServesOnNewEventLoops(String transport) {
		try (RunningApplication application = RunningApplication.start("uring.transport=" + transport,
				"uring.threads=2")) {
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			EventLoops before = loops(application);
			application.context().stop();
			assertThat(before.isDisposed()).isTrue();
			awaitEndOfServerThreads();
			application.context().start();
			assertThat(loops(application)).isNotSameAs(before);
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@Test
	void aPausedContextKeepsServing() {
		try (RunningApplication application = RunningApplication.start()) {
			EventLoops loops = loops(application);
			application.context().pause();
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			application.context().restart();
			assertThat(loops(application)).isSameAs(loops);
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "io_uring", "epoll", "nio" })
	void nothingIsLeftOfAClosedContext(String transport) {
		String property = "uring.transport=" + transport;
		try (RunningApplication warmUp = RunningApplication.start(property)) {
			assertThat(warmUp.get("/hello").status()).isEqualTo(200);
		}
		int openFiles = OpenFiles.count();
		for (int round = 0; round < 3; round++) {
			try (RunningApplication application = RunningApplication.start(property)) {
				assertThat(application.get("/hello").status()).isEqualTo(200);
			}
			awaitEndOfServerThreads();
		}
		Awaitility.await().untilAsserted(() -> assertThat(OpenFiles.count()).isLessThanOrEqualTo(openFiles));
	}

	@Test
	void theShutdownQuietPeriodIsThatOfTheApplication() {
		try (RunningApplication application = RunningApplication
			.start("spring.reactor.netty.shutdown-quiet-period=3ms")) {
			assertThat(application.context().getBean(ServerEventLoops.class))
				.hasFieldOrPropertyWithValue("shutdownQuietPeriod", Duration.ofMillis(3));
		}
	}

	@Test
	void clientsDoNotRunOnTheEventLoopsOfTheServer() {
		try (RunningApplication application = RunningApplication.start()) {
			String thread = application.context()
				.getBean(WebClient.Builder.class)
				.build()
				.get()
				.uri("http://127.0.0.1:" + application.port() + "/hello")
				.retrieve()
				.bodyToMono(String.class)
				.map((body) -> Thread.currentThread().getName())
				.block(Duration.ofSeconds(10));
			assertThat(thread).doesNotContain("uring-http");
		}
	}

	private static EventLoops loops(RunningApplication application) {
		return application.context().getBean(ServerEventLoops.class).get();
	}

	private static void awaitEndOfServerThreads() {
		// A terminated event loop is a thread that has a few instructions left.
		Awaitility.await()
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().startsWith("uring-http")));
	}

}
