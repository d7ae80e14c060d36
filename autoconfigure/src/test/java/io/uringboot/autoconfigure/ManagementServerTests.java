package io.uringboot.autoconfigure;

import java.io.IOException;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code management.server.port}: what the actuator serves on a port of its own is served
 * by Boot's server as it is.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagementServerTests {

	@Test
	void theSamePortIsTheEngines() {
		try (RunningApplication application = RunningApplication.start()) {
			RawResponse health = application.get("/actuator/health");
			assertThat(health.text()).contains("\"status\":\"UP\"");
			assertThat(health.values("Date")).hasSize(1);
		}
	}

	@Test
	void anotherPort(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		assertServesOnItsOwn(port, output, "management.server.port=" + port);
	}

	@Test
	void aRandomPort(CapturedOutput output) {
		assertServesOnItsOwn(0, output, "management.server.port=0");
	}

	@Test
	void noPort() {
		try (RunningApplication application = RunningApplication.start("management.server.port=-1")) {
			assertThat(application.get("/actuator/health").status()).isEqualTo(404);
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	private static void assertServesOnItsOwn(int expectedPort, CapturedOutput output, String property) {
		try (RunningApplication application = RunningApplication.start(property,
				"management.server.address=127.0.0.1")) {
			int port = application.context()
				.getEnvironment()
				.getRequiredProperty("local.management.port", Integer.class);
			if (expectedPort != 0) {
				assertThat(port).isEqualTo(expectedPort);
			}
			assertThat(application.get("/actuator/health").status()).isEqualTo(404);
			assertThat(application.get("/hello").values("Date")).hasSize(1);
			try (RawConnection connection = RawConnection.to(port)) {
				RawResponse health = connection.send("GET /actuator/health HTTP/1.1", "Host: localhost").response();
				assertThat(health.text()).contains("\"status\":\"UP\"");
				assertThat(health.values("Date")).isEmpty();
			}
			assertThat(output).containsOnlyOnce("Uring engine on port " + application.port() + ": ")
				.containsOnlyOnce("Uring engine on port");
			assertThat(application.context().getEnvironment().getProperty("local.server.port", Integer.class))
				.isEqualTo(application.port());
		}
	}

}
