package io.uringboot.autoconfigure.fastpath;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security with its default settings, in a JVM that has it on its class path.
 */
@Tag("security")
class SecurityTests {

	@Test
	void everythingIsSecuredAndNothingIsAnsweredInPlace() {
		try (FastPathServer server = FastPathServer.start(Application.class, "spring.security.user.password=secret")) {
			assertThat(server.get("/hello").status()).isEqualTo(401);
			assertThat(server.get("/none").status()).isEqualTo(401);
			assertThat(server.exchange("POST", "/echo", "text", "Content-Type: text/plain").status()).isIn(401, 403);
			// user:secret
			assertThat(server.get("/hello", "Authorization: Basic dXNlcjpzZWNyZXQ=").body()).isEqualTo("hello");
			assertThat(server.inPlace()).isZero();
			assertThat(server.report().compiled()).isZero();
			assertThat(server.report().routes()).hasSize(2)
				.allSatisfy((route) -> assertThat(route.reason()).contains("org.springframework.security."));
			assertThat(server.report().closed()).anySatisfy((reason) -> assertThat(reason).startsWith("WebFilter bean")
				.contains("org.springframework.security.")
				.endsWith("filters every request"));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Application {

	}

	@RestController
	static class Endpoints {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

		@PostMapping("/echo")
		String echo(@RequestBody String text) {
			return text;
		}

	}

}
