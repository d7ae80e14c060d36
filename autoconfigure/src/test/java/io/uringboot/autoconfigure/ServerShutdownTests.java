package io.uringboot.autoconfigure;

import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code server.shutdown}.
 */
class ServerShutdownTests {

	@ParameterizedTest
	@ValueSource(strings = { "io_uring", "epoll", "nio" })
	void gracefulShutdownFinishesWhatIsInFlightAndRefusesWhatComesLater(String transport) throws Exception {
		RunningApplication application = RunningApplication.start("uring.transport=" + transport, "uring.threads=2");
		int port = application.port();
		try (RawConnection connection = application.connect()) {
			connection.send("GET /gate HTTP/1.1", "Host: localhost");
			SampleApplication.Gate gate = application.context().getBean(SampleApplication.Gate.class);
			gate.awaitRequest();
			CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
			// Every listening socket of the shards must be gone.
			Awaitility.await()
				.untilAsserted(() -> assertThatExceptionOfType(Exception.class).isThrownBy(() -> RawConnection.to(port))
					.withCauseInstanceOf(ConnectException.class));
			assertThat(closed).isNotDone();
			gate.open();
			assertThat(connection.response().text()).isEqualTo("through");
			assertThat(closed).succeedsWithin(10, TimeUnit.SECONDS);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.shutdown=immediate", "spring.lifecycle.timeout-per-shutdown-phase=100ms" })
	void otherwiseWhatIsInFlightIsCutOff(String property) throws Exception {
		try (RunningApplication application = RunningApplication.start(property);
				RawConnection connection = application.connect()) {
			connection.send("GET /gate HTTP/1.1", "Host: localhost");
			application.context().getBean(SampleApplication.Gate.class).awaitRequest();
			application.context().close();
			assertThat(connection.isClosedByPeer()).isTrue();
		}
	}

}
