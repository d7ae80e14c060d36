package io.uringboot.autoconfigure.actuate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.uringboot.autoconfigure.ServerState;
import io.uringboot.autoconfigure.fastpath.PreEncoded;
import io.uringboot.engine.testkit.RawConnection;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint {@code uring} and the meters in a running application.
 */
class UringEndpointTests {

	private static final Map<String, Object> PROPERTIES = Map.of("server.port", "0", "server.address", "127.0.0.1",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.banner-mode", "off",
			"management.endpoints.web.exposure.include", "uring");

	@Test
	void tellsWhatTheServerStandsOn() {
		try (ConfigurableApplicationContext context = start("uring.transport=nio", "uring.threads=2",
				"uring.listeners[0].name=second", "uring.listeners[0].port=0",
				"uring.listeners[0].protocols=http1,h2c")) {
			JsonNode server = endpoint(context).path("server");
			assertThat(server.path("eventLoops").path("transport").asString()).isEqualTo("nio");
			assertThat(server.path("eventLoops").path("count").asInt()).isEqualTo(2);
			assertThat(server.path("eventLoops").has("ring")).isFalse();
			assertThat(server.path("codec").asBoolean()).isTrue();
			assertThat(server.path("shardedAccept").asBoolean()).isFalse();
			assertThat(server.path("listeners").size()).isEqualTo(2);
			assertThat(server.path("listeners").get(0).path("port").asInt()).isEqualTo(port(context));
			JsonNode second = server.path("listeners").get(1);
			assertThat(second.path("name").asString()).isEqualTo("second");
			assertThat(second.path("port").asString())
				.isEqualTo(context.getEnvironment().getProperty("local.uring.second.port"));
			assertThat(second.path("protocols").valueStream().map(JsonNode::asString))
				.containsExactlyInAnyOrder("http1", "h2c");
			assertThat(second.has("tls")).as("speaks TLS").isFalse();
		}
	}

	@Test
	void tellsTheSizesOfTheRings() {
		try (ConfigurableApplicationContext context = start("uring.transport=io_uring", "uring.ring.size=256",
				"uring.ring.completion-queue-size=1024")) {
			JsonNode server = endpoint(context).path("server");
			assertThat(server.path("kernel").asString()).isNotEmpty();
			JsonNode ring = server.path("eventLoops").path("ring");
			assertThat(ring.path("size").asInt()).isEqualTo(256);
			assertThat(ring.path("completionQueueSize").asInt()).isEqualTo(1024);
			assertThat(server.path("eventLoops").has("bufferRing")).isFalse();
		}
	}

	@Test
	void tellsTheRoutesWithReasonsAndCounts() {
		try (ConfigurableApplicationContext context = start();
				RawConnection connection = RawConnection.to(port(context))) {
			for (int i = 0; i < 3; i++) {
				assertThat(connection.get("/hello").body()).isEqualTo("hello");
				assertThat(connection.get("/constant").body()).isEqualTo("constant");
			}
			assertThat(connection.get("/unknown").status()).isEqualTo(404);
			JsonNode fastPath = endpoint(context).path("fastPath");
			assertThat(fastPath.path("closed").isEmpty()).isTrue();
			// the first one for the constant, the one for nothing, and the one for the
			// endpoint itself
			assertThat(fastPath.path("requests").toString()).isEqualTo("{\"fast\":5,\"standard\":3,\"failed\":0}");
			JsonNode hello = route(fastPath, "GET", "/hello");
			assertThat(hello.path("path").asString()).isEqualTo("fast");
			assertThat(hello.path("handler").asString()).endsWith("UringEndpointTests$Routes#hello[0 args]");
			assertThat(hello.has("reason")).isFalse();
			assertThat(hello.path("requests").toString()).isEqualTo("{\"answered\":3,\"declined\":0,\"failed\":0}");
			JsonNode constant = route(fastPath, "GET", "/constant");
			assertThat(constant.path("requests").toString()).isEqualTo("{\"answered\":2,\"declined\":1,\"failed\":0}");
			assertThat(route(fastPath, "HEAD", "/constant").path("path").asString()).isEqualTo("fast");
			JsonNode stream = route(fastPath, "GET", "/stream");
			assertThat(stream.path("path").asString()).isEqualTo("standard");
			assertThat(stream.path("reason").asString()).isEqualTo("it returns Flux");
			assertThat(stream.has("requests")).isFalse();
		}
	}

	@Test
	void tellsWhyThereIsNoFastPath() {
		try (ConfigurableApplicationContext context = start(Filtered.class)) {
			JsonNode fastPath = endpoint(context).path("fastPath");
			String reason = fastPath.path("closed").get(0).asString();
			assertThat(reason).contains("WebFilter bean 'filter'");
			JsonNode hello = route(fastPath, "GET", "/hello");
			assertThat(hello.path("path").asString()).isEqualTo("standard");
			assertThat(hello.path("reason").asString()).isEqualTo(reason);
			assertThat(hello.has("requests")).isFalse();
			assertThat(fastPath.path("requests").path("standard").asLong()).isEqualTo(1);
		}
	}

	@Test
	void hasNoFastPathWhereThatIsSwitchedOff() {
		try (ConfigurableApplicationContext context = start("uring.fast-path.enabled=false")) {
			JsonNode endpoint = endpoint(context);
			assertThat(endpoint.has("fastPath")).isFalse();
			assertThat(endpoint.has("server")).isTrue();
		}
	}

	@Test
	void isNotThereWithoutTheEngine() {
		try (ConfigurableApplicationContext context = start("uring.enabled=false");
				RawConnection connection = RawConnection.to(port(context))) {
			assertThat(connection.get("/actuator/uring").status()).isEqualTo(404);
			assertThat(context.getBeanNamesForType(UringMetrics.class)).isEmpty();
		}
	}

	@Test
	void isNotExposedUnlessAskedFor() {
		try (ConfigurableApplicationContext context = start("management.endpoints.web.exposure.include=health");
				RawConnection connection = RawConnection.to(port(context))) {
			assertThat(connection.get("/actuator/uring").status()).isEqualTo(404);
			assertThat(context.getBeanNamesForType(UringEndpoint.class)).isEmpty();
		}
	}

	@Test
	void countsAndGaugesAreMeters() {
		try (ConfigurableApplicationContext context = start("uring.threads=2");
				RawConnection connection = RawConnection.to(port(context))) {
			connection.get("/hello");
			connection.get("/hello");
			connection.get("/stream-of-nothing");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("uring.requests").tag("path", "fast").functionCounter().count()).isEqualTo(2);
			assertThat(registry.get("uring.requests").tag("path", "standard").functionCounter().count()).isEqualTo(1);
			assertThat(registry.get("uring.event.loops").gauge().value()).isEqualTo(2);
			assertThat(registry.get("uring.event.loops.pending.tasks").gauge().value()).isNotNegative();
		}
	}

	@Test
	void isReflectedUponInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, UringEndpoint.class);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(UringEndpoint.class, "uring")).accepts(hints);
		Stream
			.of(UringEndpoint.UringDescriptor.class, FastPathDescriptor.class, FastPathDescriptor.RouteDescriptor.class,
					ServerState.EventLoopsState.class)
			.forEach((type) -> assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints));
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return start(Routes.class, properties);
	}

	private static ConfigurableApplicationContext start(Class<?> source, String... properties) {
		return new SpringApplicationBuilder(Application.class, source).web(WebApplicationType.REACTIVE)
			.properties(PROPERTIES)
			.properties(properties)
			.run();
	}

	private static int port(ConfigurableApplicationContext context) {
		return ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
	}

	private static JsonNode endpoint(ConfigurableApplicationContext context) {
		try (RawConnection connection = RawConnection.to(port(context))) {
			String response = connection.send("GET /actuator/uring HTTP/1.0\r\nHost: a\r\n\r\n").readToEnd();
			assertThat(response).startsWith("HTTP/1.1 200");
			String body = response.substring(response.indexOf("\r\n\r\n"));
			return JsonMapper.shared().readTree(body.getBytes(StandardCharsets.ISO_8859_1));
		}
	}

	private static JsonNode route(JsonNode fastPath, String method, String pattern) {
		return fastPath.path("routes")
			.valueStream()
			.filter((route) -> route.path("method").asString().equals(method)
					&& route.path("pattern").asString().equals(pattern))
			.findFirst()
			.orElseThrow(() -> new AssertionError(fastPath.toString()));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class Routes {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

		@GetMapping("/constant")
		@PreEncoded
		String constant() {
			return "constant";
		}

		@GetMapping("/stream")
		Flux<String> stream() {
			return Flux.just("a", "b");
		}

	}

	static class Filtered extends Routes {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> chain.filter(exchange);
		}

	}

}
