package io.uringboot.autoconfigure.fastpath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.RequestTotals;
import io.uringboot.engine.fastpath.RouteStatistics;
import io.uringboot.engine.testkit.RawConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each request is counted once, whatever path it takes.
 */
class RequestCountTests {

	/** WebFlux refuses its target before it observes the request. */
	private static final String MALFORMED = get("/plain?x=%");

	private static final String[] REQUESTS = { get("/plain"), get("/constant"), get("/sum?a=1&b=2"),
			get("/sum?a=1&b=x"), get("/sum"), get("/items/7"), get("/items/%37"), get("/later"), get("/later-failing"),
			get("/failing"), get("/stream"), get("/unknown"), MALFORMED, head("/constant"), head("/plain"),
			"DELETE /plain HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS /plain HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /constant HTTP/1.1\r\nHost: a\r\nAccept: image/png\r\n\r\n",
			"GET /constant HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n",
			"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
			"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
					+ "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
			"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: 2\r\n\r\nhi" };

	private static final int CONNECTIONS = 8;

	private static final int BATCHES = 20;

	private static String get(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
	}

	private static String head(String target) {
		return "HEAD " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
	}

	private final AtomicInteger malformed = new AtomicInteger();

	@Test
	void underRandomLoadTheCountsOfThePathsAddUpToTheRequests() {
		try (StartedApplication application = StartedApplication.of(Mixed.class,
				"logging.level.org.springframework.boot.webflux=off",
				"management.metrics.web.server.max-uri-tags=100")) {
			List<CompletableFuture<Integer>> clients = new ArrayList<>();
			for (int i = 0; i < CONNECTIONS; i++) {
				Random random = new Random(i);
				clients.add(CompletableFuture.supplyAsync(() -> send(application, random)));
			}
			long sent = clients.stream().mapToInt(CompletableFuture::join).sum();
			RequestTotals totals = application.totals();
			assertThat(totals.answered()).isGreaterThan(sent / 3);
			assertThat(totals.standard()).isGreaterThan(sent / 10);
			assertThat(totals.failed()).isZero();
			assertThat(totals.answered() + totals.standard()).isEqualTo(sent);
			List<RouteStatistics> statistics = application.context().getBean(FastPath.class).statistics();
			assertThat(statistics.stream().mapToLong(RouteStatistics::answered).sum())
				.isGreaterThanOrEqualTo(totals.answered());
			MeterRegistry registry = application.context().getBean(MeterRegistry.class);
			assertThat(count(registry, "fast")).isEqualTo(totals.answered());
			assertThat(count(registry, "standard")).isEqualTo(totals.standard());
			assertThat(registry.get("http.server.requests").tags("uri", "/constant", "status", "304").timers())
				.isNotEmpty();
			// the last ones may still be on their way into the meter
			Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(
						registry.find("http.server.requests").timers().stream().mapToLong(Timer::count).sum())
					.isEqualTo(sent - this.malformed.get()));
		}
	}

	private static double count(MeterRegistry registry, String path) {
		FunctionCounter counter = registry.get("uring.requests").tag("path", path).functionCounter();
		return counter.count();
	}

	/** Sends batches of pipelined requests and waits for all answers. */
	private int send(StartedApplication application, Random random) {
		int sent = 0;
		try (RawConnection connection = application.connect()) {
			for (int batch = 0; batch < BATCHES; batch++) {
				StringBuilder requests = new StringBuilder();
				int size = 1 + random.nextInt(16);
				for (int i = 0; i < size; i++) {
					String request = REQUESTS[random.nextInt(REQUESTS.length)];
					requests.append(request);
					if (request.equals(MALFORMED)) {
						this.malformed.incrementAndGet();
					}
				}
				requests.append(get("/end/" + batch));
				connection.send(requests.toString());
				readUntil("end " + batch + ".", connection);
				sent += size + 1;
			}
		}
		return sent;
	}

	private static void readUntil(String end, RawConnection connection) {
		StringBuilder received = new StringBuilder();
		while (received.indexOf(end) < 0) {
			received.append(connection.readSome());
		}
	}

	@RestController
	static class Mixed {

		@GetMapping("/plain")
		String plain() {
			return "plain";
		}

		@GetMapping("/constant")
		@PreEncoded
		String constant() {
			return "constant";
		}

		@GetMapping("/sum")
		int[] sum(@RequestParam int a, @RequestParam int b) {
			return new int[] { a + b };
		}

		@GetMapping("/items/{id}")
		String item(@PathVariable int id) {
			return "item " + id;
		}

		@GetMapping("/end/{batch}")
		String end(@PathVariable int batch) {
			return "end " + batch + ".";
		}

		@GetMapping("/later")
		Mono<String> later() {
			return Mono.delay(Duration.ofMillis(1)).map((tick) -> "later");
		}

		@GetMapping("/later-failing")
		Mono<String> laterFailing() {
			return Mono.delay(Duration.ofMillis(1))
				.flatMap((tick) -> Mono.error(new ResponseStatusException(HttpStatus.CONFLICT)));
		}

		@GetMapping("/failing")
		String failing() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

		@GetMapping("/stream")
		Flux<String> stream() {
			return Flux.just("a", "b");
		}

		@PostMapping("/echo")
		String echo(@RequestBody String content) {
			return content;
		}

	}

}
