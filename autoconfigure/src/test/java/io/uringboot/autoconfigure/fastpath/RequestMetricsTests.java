package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uringboot.engine.testkit.RawConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code http.server.requests} with the fast path and without.
 */
class RequestMetricsTests {

	private static final String NAME = "http.server.requests";

	private FastPathServer fast;

	private FastPathServer standard;

	@BeforeEach
	void start() {
		this.fast = FastPathServer.start(Application.class);
		this.standard = FastPathServer.start(Application.class, "uring.fast-path.enabled=false");
		assertThat(this.fast.bean(MeterRegistry.class)).isInstanceOf(SimpleMeterRegistry.class);
	}

	@AfterEach
	void stop() {
		this.fast.close();
		this.standard.close();
	}

	@Test
	void metersAreThoseOfTheStandardPath() {
		for (FastPathServer server : List.of(this.standard, this.fast)) {
			for (int i = 0; i < 3; i++) {
				assertThat(server.get("/hello").status()).isEqualTo(200);
				assertThat(server.get("/item/7").status()).isEqualTo(200);
				assertThat(server.get("/item/x").status()).isEqualTo(400);
				assertThat(server.get("/created").status()).isEqualTo(201);
				assertThat(server.get("/entity").status()).isEqualTo(299);
				assertThat(server.get("/not-found").status()).isEqualTo(404);
				assertThat(server.get("/none").status()).isEqualTo(404);
				assertThat(server.get("/empty").status()).isEqualTo(200);
				assertThat(server.get("/handled").status()).isEqualTo(409);
				assertThat(server.get("/unhandled").status()).isEqualTo(500);
				assertThat(server.get("/mono-unhandled").status()).isEqualTo(500);
				assertThat(server.exchange("POST", "/echo", "text", "Content-Type: text/plain").status())
					.isEqualTo(200);
			}
		}
		Awaitility.await().untilAsserted(() -> assertThat(counts(this.fast)).isEqualTo(counts(this.standard)));
		assertThat(counts(this.fast).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(36);
		assertThat(actives(this.fast)).isEqualTo(actives(this.standard))
			.containsOnlyKeys(actives(this.standard).keySet());
		assertThat(this.fast.inPlace()).isGreaterThanOrEqualTo(18);
	}

	@Test
	void clientsThatGoAwayAreRecordedAlike() throws InterruptedException {
		for (FastPathServer server : List.of(this.standard, this.fast)) {
			Endpoints endpoints = server.bean(Endpoints.class);
			try (RawConnection connection = server.connect()) {
				connection.send(FastPathServer.request("GET", "/gate", ""));
				assertThat(endpoints.entered.await(10, TimeUnit.SECONDS)).isTrue();
				Awaitility.await().untilAsserted(() -> assertThat(active(server)).isEqualTo(1));
				connection.reset();
			}
			Awaitility.await().untilAsserted(() -> assertThat(active(server)).isZero());
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(counts(this.fast)).isNotEmpty().isEqualTo(counts(this.standard)));
		assertThat(actives(this.fast)).isEqualTo(actives(this.standard));
	}

	@Test
	void whatIsPassedOnIsTimedFromItsStart() {
		assertThat(this.fast.get("/slow-failure").status()).isEqualTo(409);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.fast.bean(MeterRegistry.class).find(NAME).timers()).singleElement()
				.satisfies((timer) -> {
					assertThat(timer.count()).isEqualTo(1);
					assertThat(timer.totalTime(TimeUnit.NANOSECONDS))
						.isGreaterThanOrEqualTo(this.fast.bean(Endpoints.class).worked);
				}));
	}

	@Test
	void metersThatAreRemovedAreMadeAgain() {
		for (FastPathServer server : List.of(this.standard, this.fast)) {
			server.get("/hello");
			Awaitility.await().untilAsserted(() -> assertThat(counts(server)).hasSize(1));
			server.bean(MeterRegistry.class).clear();
			assertThat(counts(server)).isEmpty();
			server.get("/hello");
			server.get("/hello");
		}
		Awaitility.await().untilAsserted(() -> assertThat(counts(this.fast).values()).containsExactly(2L));
		Awaitility.await().untilAsserted(() -> assertThat(counts(this.standard)).isEqualTo(counts(this.fast)));
		assertThat(this.fast.inPlace()).isEqualTo(3);
	}

	@Test
	void routesThatAreCompiledAgainGoOnCounting() {
		RequestMappingHandlerMapping mapping = this.fast.context()
			.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		RequestMappingInfo other = RequestMappingInfo.paths("/other").methods(RequestMethod.GET).build();
		this.fast.get("/hello");
		mapping.registerMapping(other, this.fast.bean(Endpoints.class),
				Objects.requireNonNull(ReflectionUtils.findMethod(Endpoints.class, "hello")));
		this.fast.get("/hello");
		mapping.unregisterMapping(other);
		this.fast.bean(MeterRegistry.class).clear();
		this.fast.get("/hello");
		Awaitility.await().untilAsserted(() -> assertThat(counts(this.fast).values()).containsExactly(1L));
		assertThat(this.fast.inPlace()).isEqualTo(3);
	}

	private static Map<String, Long> counts(FastPathServer server) {
		Map<String, Long> counts = new TreeMap<>();
		server.bean(MeterRegistry.class)
			.find(NAME)
			.timers()
			.forEach((Timer timer) -> counts.put(timer.getId().getTags().toString(), timer.count()));
		return counts;
	}

	private static Map<String, Integer> actives(FastPathServer server) {
		Map<String, Integer> actives = new TreeMap<>();
		server.bean(MeterRegistry.class)
			.find(NAME + ".active")
			.longTaskTimers()
			.forEach((timer) -> actives.put(timer.getId().getTags().toString(), timer.activeTasks()));
		return actives;
	}

	private static int active(FastPathServer server) {
		return server.bean(MeterRegistry.class)
			.find(NAME + ".active")
			.longTaskTimers()
			.stream()
			.mapToInt(LongTaskTimer::activeTasks)
			.sum();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Application {

	}

	record Item(int id) {

	}

	@RestController
	static class Endpoints {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final Sinks.One<String> answer = Sinks.one();

		private volatile long worked;

		@ExceptionHandler
		@ResponseStatus(HttpStatus.CONFLICT)
		String handled(UnsupportedOperationException ex) {
			return "handled";
		}

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

		@GetMapping("/item/{id}")
		Item item(@PathVariable int id) {
			return new Item(id);
		}

		@GetMapping("/created")
		@ResponseStatus(HttpStatus.CREATED)
		Mono<String> created() {
			return Mono.just("created");
		}

		@GetMapping("/entity")
		ResponseEntity<Item> entity() {
			return ResponseEntity.status(299).body(new Item(1));
		}

		@GetMapping("/not-found")
		ResponseEntity<String> notFound() {
			return ResponseEntity.status(404).body("not here");
		}

		@GetMapping("/empty")
		Mono<String> empty() {
			return Mono.empty();
		}

		@GetMapping("/handled")
		String failHandled() {
			throw new UnsupportedOperationException();
		}

		@GetMapping("/unhandled")
		String failUnhandled() {
			throw new IllegalStateException("failed");
		}

		@GetMapping("/mono-unhandled")
		Mono<String> failLater() {
			return Mono.error(new IllegalStateException("failed"));
		}

		@PostMapping("/echo")
		String echo(@RequestBody String text) {
			return text;
		}

		@GetMapping("/gate")
		Mono<String> gate() {
			this.entered.countDown();
			return this.answer.asMono();
		}

		@GetMapping("/slow-failure")
		String failSlowly() {
			long start = System.nanoTime();
			long sum = 0;
			while (System.nanoTime() - start < 20_000_000) {
				sum += System.nanoTime();
			}
			this.worked = System.nanoTime() - start;
			throw new UnsupportedOperationException("" + sum);
		}

	}

}
