package io.uringboot.starter;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter in applications that have other servers on the class path.
 */
@ExtendWith(OutputCaptureExtension.class)
class StarterTests {

	@Test
	void aServletApplicationIsServedByTomcatAndTold(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET)) {
			assertThat(get(context)).isEqualTo("hello");
			assertThat(output)
				.containsOnlyOnce("Uring engine not in use: it serves reactive applications, and this is "
						+ "a servlet application on TomcatWebServer.")
				.doesNotContain("Uring engine on port");
		}
	}

	@Test
	void aServletApplicationIsNotToldWhenTheEngineIsDisabled(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, "uring.enabled=false")) {
			assertThat(get(context)).isEqualTo("hello");
			assertThat(output).doesNotContain("Uring engine");
		}
	}

	@Test
	void aReactiveApplicationIsServedByTheEngineEvenWithTomcatOnTheClassPath(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = start(WebApplicationType.REACTIVE)) {
			assertThat(get(context)).isEqualTo("hello");
			assertThat(output).contains(
					"Uring engine on port " + context.getEnvironment().getProperty("local.server.port") + ": io_uring");
		}
	}

	@Test
	void aReactiveApplicationOnTomcatIsTold(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = start(WebApplicationType.REACTIVE,
				"spring.autoconfigure.exclude=org.springframework.boot.reactor.netty.autoconfigure."
						+ "NettyReactiveWebServerAutoConfiguration")) {
			assertThat(get(context)).isEqualTo("hello");
			assertThat(output).containsOnlyOnce(
					"Uring engine not in use: it stands below reactor-netty, and the web server is TomcatWebServer.")
				.doesNotContain("Uring engine on port");
		}
	}

	@Test
	void anApplicationWithoutAServerIsLeftAlone(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(WebApplicationType.NONE)) {
			assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("uring"));
			assertThat(output).doesNotContain("Uring engine");
		}
	}

	@ParameterizedTest
	@CsvSource({ "io_uring42_x86_64", "io_uring42_aarch_64", "epoll_x86_64", "epoll_aarch_64" })
	void nativeLibrariesAreIncluded(String library) {
		assertThat(getClass().getResource("/META-INF/native/libnetty_transport_native_" + library + ".so")).isNotNull();
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=0s")
			.properties(properties)
			.run();
	}

	private static String get(ConfigurableApplicationContext context) throws IOException {
		String port = context.getEnvironment().getProperty("local.server.port");
		try (var in = URI.create("http://127.0.0.1:" + port + "/hello").toURL().openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

	}

}
