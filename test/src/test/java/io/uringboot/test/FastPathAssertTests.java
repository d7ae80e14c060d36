package io.uringboot.test;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The assertions against running applications.
 */
class FastPathAssertTests {

	@Test
	void passWhereTheReportSaysSo() {
		try (ConfigurableApplicationContext application = start(Routes.class)) {
			FastPathAssertions.assertThat(application)
				.isOpen()
				.answersInPlace("GET", "/items/{id}")
				.staysOnStandardPath("GET", "/stream")
				.because("it returns Flux")
				.staysOnStandardPath("GET", "/stream")
				.and()
				.answersInPlace("GET", "/items/{id}");
		}
	}

	@Test
	void tellTheReasonWhereARouteStaysOnTheStandardPath() {
		try (ConfigurableApplicationContext application = start(Routes.class)) {
			FastPathAssert fastPath = FastPathAssertions.assertThat(application);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> fastPath.answersInPlace("GET", "/stream"))
				.withMessageContainingAll("GET /stream", "Routes#stream", "it returns Flux");
		}
	}

	@Test
	void tellTheHandlerWhereTheFastPathAnswers() {
		try (ConfigurableApplicationContext application = start(Routes.class)) {
			FastPathAssert fastPath = FastPathAssertions.assertThat(application);
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> fastPath.staysOnStandardPath("GET", "/items/{id}"))
				.withMessageContainingAll("GET /items/{id}", "Routes#item");
		}
	}

	@Test
	void tellTheReasonWhereItIsAnother() {
		try (ConfigurableApplicationContext application = start(Routes.class)) {
			StandardPathAssert stream = FastPathAssertions.assertThat(application)
				.staysOnStandardPath("GET", "/stream");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> stream.because("it is validated"))
				.withMessageContainingAll("GET /stream", "it is validated", "it returns Flux");
		}
	}

	@Test
	void tellTheRoutesWhereThereIsNone() {
		try (ConfigurableApplicationContext application = start(Routes.class)) {
			FastPathAssert fastPath = FastPathAssertions.assertThat(application);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> fastPath.answersInPlace("GET", "/items/7"))
				.withMessageContainingAll("GET /items/7", "GET /items/{id}", "GET /stream");
		}
	}

	@Test
	void tellWhatKeepsTheWholeApplicationFromTheFastPath() {
		try (ConfigurableApplicationContext application = start(Filtered.class)) {
			FastPathAssert fastPath = FastPathAssertions.assertThat(application);
			fastPath.staysOnStandardPath("GET", "/stream").because("WebFilter bean 'filter'");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> fastPath.answersInPlace("GET", "/items/{id}"))
				.withMessageContaining("WebFilter bean 'filter'");
		}
	}

	@Test
	void tellThatThereIsNoFastPath() {
		try (ConfigurableApplicationContext application = start(Routes.class, "uring.fast-path.enabled=false")) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> FastPathAssertions.assertThat(application))
				.withMessageContaining("uring.fast-path.enabled");
		}
	}

	private static ConfigurableApplicationContext start(Class<?> source, String... properties) {
		return new SpringApplicationBuilder(Application.class, source).web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.reactor.netty.shutdown-quiet-period=0s",
					"uring.transport=nio", "spring.main.banner-mode=off", "logging.level.root=warn")
			.properties(properties)
			.run();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class Routes {

		@GetMapping("/items/{id}")
		String item(@PathVariable String id) {
			return id;
		}

		@GetMapping("/stream")
		Flux<String> stream() {
			return Flux.empty();
		}

	}

	static class Filtered extends Routes {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> chain.filter(exchange);
		}

	}

}
