package io.uringboot.autoconfigure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an application logs of clients that do not get through.
 */
@TlsProviderTest
@ExtendWith(OutputCaptureExtension.class)
class TlsRefusedClientsTests {

	private static final String DEBUG = "logging.level.io.uringboot.engine.transport.RefusedClients=debug";

	@TempDir
	private Path directory;

	@Test
	void areOneLineEach(CapturedOutput output) throws Exception {
		try (RunningApplication application = start(DEBUG)) {
			int[] ports = { application.port(), port(application, "secure"), port(application, "cleartext") };
			beRefused(ports);
			Awaitility.await().until(() -> lines(output, "RefusedClients").count() == 6);
			assertThat(lines(output, "TLS handshake failed: ")).hasSize(5)
				.allSatisfy((line) -> assertThat(line).contains("DEBUG", " - R:/127.0.0.1:"));
			assertThat(lines(output, "Not HTTP/2: ")).singleElement()
				.asString()
				.contains("Unexpected HTTP/1.x request");
			assertSilentOtherwise(output);
		}
	}

	@Test
	void areNothingAtTheLevelThatIsSetByDefault(CapturedOutput output) throws Exception {
		try (RunningApplication application = start()) {
			beRefused(application.port(), port(application, "secure"), port(application, "cleartext"));
		}
		assertThat(lines(output, "RefusedClients")).isEmpty();
		assertSilentOtherwise(output);
	}

	private static void assertSilentOtherwise(CapturedOutput output) {
		assertThat(lines(output, " WARN ", " ERROR ", "\tat ")).isEmpty();
	}

	private static Stream<String> lines(CapturedOutput output, String... texts) {
		return output.toString().lines().filter((line) -> Arrays.stream(texts).anyMatch(line::contains));
	}

	/** One on the listener for HTTP/2 in clear text, five on those with TLS. */
	private static void beRefused(int... ports) throws Exception {
		SSLContext trustingNobody = SSLContext.getInstance("TLS");
		trustingNobody.init(null, null, null);
		for (int port : ports) {
			try (RawConnection connection = RawConnection.to(port)) {
				connection.send("GET /hello HTTP/1.1", "Host: localhost").readToEnd();
			}
		}
		for (int port : new int[] { ports[0], ports[1] }) {
			assertThatExceptionOfType(SSLException.class)
				.isThrownBy(() -> RawConnection.secured(trustingNobody, port, (parameters) -> {
				}));
		}
		try (RawConnection connection = RawConnection.secured(ports[1],
				(parameters) -> parameters.setApplicationProtocols(new String[] { "http/1.1" }))) {
			assertThat(connection.isClosedByPeer()).isTrue();
		}
	}

	private static int port(RunningApplication application, String name) {
		return application.context()
			.getEnvironment()
			.getRequiredProperty("local.uring." + name + ".port", Integer.class);
	}

	private RunningApplication start(String... additional) {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), this.directory, "web");
		String[] properties = { "server.ssl.bundle=web", "server.http2.enabled=true", "uring.listeners[0].name=secure",
				"uring.listeners[0].port=0", "uring.listeners[0].protocols=h2", "uring.listeners[0].ssl.bundle=web",
				"uring.listeners[1].name=cleartext", "uring.listeners[1].port=0", "uring.listeners[1].protocols=h2c" };
		return RunningApplication
			.start(Stream.of(bundle, properties, additional).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
