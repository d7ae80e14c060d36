package io.uringboot.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import io.uringboot.engine.transport.TransportUnavailableException;
import io.uringboot.engine.transport.Unavailability;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is said when the application cannot start.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTests {

	@ParameterizedTest
	@ValueSource(strings = { "io_uring", "epoll", "nio" })
	void aPortInUseIsToldInTheWordsOfBoot(String transport, CapturedOutput output) throws IOException {
		try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = "server.port=" + used.getLocalPort();
			PortInUseException engine = failure(port, "uring.transport=" + transport, "uring.threads=2");
			String engineText = lastFailure(output);
			PortInUseException boot = failure(port, "uring.enabled=false");
			assertThat(engineText).isEqualTo(lastFailure(output))
				.contains("Web server failed to start. Port " + used.getLocalPort() + " was already in use.");
			assertThat(engine).hasMessage(boot.getMessage());
		}
	}

	@Test
	void aPortInUseByTheEngineItselfIsFoundToo(CapturedOutput output) {
		try (RunningApplication application = RunningApplication.start()) {
			failure("server.port=" + application.port());
			assertThat(lastFailure(output)).contains("Port " + application.port() + " was already in use.");
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@Test
	void nothingIsLeftOfAServerThatCouldNotStart() throws IOException {
		try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = "server.port=" + used.getLocalPort();
			failure(port);
			int openFiles = OpenFiles.count();
			failure(port);
			failure(port);
			Awaitility.await().untilAsserted(() -> {
				assertThat(OpenFiles.count()).isLessThanOrEqualTo(openFiles);
				assertThat(Thread.getAllStackTraces().keySet())
					.noneMatch((thread) -> thread.getName().startsWith("uring-http"));
			});
		}
	}

	@Test
	void aValueOutOfRangeIsToldWithItsOrigin(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningApplication.start("uring.ring.size=100"));
		assertThat(lastFailure(output)).contains("Property: uring.ring.size", "Value: \"100\"",
				"Reason: must be a power of two from 16 to 32768");
	}

	@Test
	void anUnknownTransportIsToldWithTheKnownOnes(CapturedOutput output) {
		assertThatException().isThrownBy(() -> RunningApplication.start("uring.transport=kqueue"));
		assertThat(lastFailure(output)).contains("Property: uring.transport", "Value: \"kqueue\"", "AUTO", "IO_URING",
				"EPOLL", "NIO");
	}

	@Test
	void aDemandedTransportThatIsUnavailableIsToldWithCauseAndRemedy() {
		TransportUnavailableException exception = new TransportUnavailableException(new Unavailability(
				Transport.IO_URING, Unavailability.Kind.NOT_PERMITTED, "It is forbidden.", "Allow it.", null));
		FailureAnalysis analysis = new TransportUnavailableFailureAnalyzer()
			.analyze(new IllegalStateException("Unable to start", exception));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines(
				"The web server cannot run on io_uring, which uring.transport demands.\n\n" + "    It is forbidden.");
		assertThat(analysis.getAction()).isEqualToNormalizingNewlines("Allow it.\n\n"
				+ "Or set uring.transport=auto, with which the server takes the best transport that works.");
	}

	private static PortInUseException failure(String... properties) {
		try (RunningApplication application = RunningApplication.start(properties)) {
			throw new AssertionError("Started on port " + application.port());
		}
		catch (RuntimeException ex) {
			return (PortInUseException) ex.getCause();
		}
	}

	private static String lastFailure(CapturedOutput output) {
		String all = output.getAll();
		int start = all.lastIndexOf("APPLICATION FAILED TO START");
		assertThat(start).isNotNegative();
		return all.substring(start);
	}

}
