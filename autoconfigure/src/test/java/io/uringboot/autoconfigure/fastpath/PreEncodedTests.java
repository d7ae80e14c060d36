package io.uringboot.autoconfigure.fastpath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link PreEncoded} in a running application.
 */
class PreEncodedTests {

	private static final List<String> PATHS = List.of("/text", "/octets", "/json", "/entity", "/own-tag", "/untagged",
			"/created", "/latin1", "/dated", "/short-text");

	private static final String STANDARD = "uring.fast-path.enabled=false";

	@Test
	void bothPathsSendTheSameOctets() {
		int inPlace = 0;
		try (StartedApplication fast = StartedApplication.of(Constants.class);
				StartedApplication standard = StartedApplication.of(Constants.class, STANDARD)) {
			for (String path : PATHS) {
				String first = fast.get(path);
				assertThat(first).as("invoking %s", path).startsWith("HTTP/1.1 20").isEqualTo(standard.get(path));
				assertThat(fast.get(path)).as("again %s", path).isEqualTo(first);
				for (String method : List.of("GET", "HEAD", "POST")) {
					for (String version : List.of("HTTP/1.1", "HTTP/1.0")) {
						for (List<String> fields : variants(first)) {
							List<String> request = new ArrayList<>(List.of(method + " " + path + " " + version));
							request.addAll(fields);
							String[] lines = request.toArray(String[]::new);
							assertThat(comparable(fast.exchange(lines), version)).as(request.toString())
								.isEqualTo(comparable(standard.exchange(lines), version));
							inPlace += isInPlace(method, path, fields) ? 1 : 0;
						}
					}
				}
			}
			// and the second GET of each path
			assertThat(fast.totals().answered()).isEqualTo(inPlace + PATHS.size());
			assertThat(fast.totals().failed()).isZero();
		}
	}

	private static boolean isInPlace(String method, String path, List<String> fields) {
		boolean other = fields.stream().anyMatch((field) -> field.startsWith("Accept: ") && !field.endsWith("*/*"));
		return !method.equals("POST") && (!other || fields.contains("Accept: " + plainType(path)));
	}

	private static String plainType(String path) {
		return switch (path) {
			case "/json", "/own-tag", "/created" -> "application/json";
			case "/octets" -> "application/octet-stream";
			default -> "text/plain";
		};
	}

	private static List<List<String>> variants(String first) {
		Matcher matcher = Pattern.compile("ETag: ([^\r]+)").matcher(first);
		String tag = matcher.find() ? matcher.group(1) : "\"none\"";
		return List.of(List.of(), List.of("Accept: */*"), List.of("Accept: text/plain"),
				List.of("Accept: application/json"), List.of("Accept: application/octet-stream"),
				List.of("Accept: image/png"), List.of("Accept: */*", "If-None-Match: " + tag),
				List.of("If-None-Match: W/" + tag + ", \"x\""), List.of("If-None-Match: *"),
				List.of("If-None-Match: \"x\""), List.of("If-Match: " + tag), List.of("If-Match: \"x\""),
				List.of("If-Modified-Since: Sun, 06 Nov 2044 08:49:37 GMT"),
				List.of("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT"), List.of("Range: bytes=0-1"),
				List.of("Accept-Encoding: gzip"));
	}

	/**
	 * Without what an error tells of itself. To HTTP/1.0 the two paths do not say at the
	 * same place that the connection ends.
	 */
	private static String comparable(String response, String version) {
		int end = response.indexOf("\r\n\r\n");
		assertThat(end).isPositive();
		String head = response.substring(0, end);
		String sorted = version.equals("HTTP/1.0") ? head.lines().sorted().toList().toString() : head;
		return sorted + response.substring(end)
			.replaceAll("\"timestamp\":\"[^\"]+\"", "\"timestamp\":\"\"")
			.replaceAll("\"requestId\":\"[^\"]+\"", "\"requestId\":\"\"");
	}

	@Test
	void theMethodIsInvokedOnce() {
		try (StartedApplication application = StartedApplication.of(Counting.class)) {
			assertThat(application.get("/count")).endsWith("1");
			assertThat(application.get("/count")).endsWith("1");
			assertThat(application.exchange("GET /count HTTP/1.1", "Accept: image/png, */*;q=0.5")).endsWith("2");
			assertThat(application.get("/count")).endsWith("1");
			assertThat(application.totals().answered()).isEqualTo(2);
		}
	}

	@Test
	void refreshes() {
		try (StartedApplication application = StartedApplication.of(Counting.class)) {
			assertThat(application.get("/refreshed")).endsWith("1");
			Awaitility.await().untilAsserted(() -> assertThat(application.get("/refreshed")).endsWith("3"));
			assertThat(application.totals().standard()).isEqualTo(1);
		}
	}

	@Test
	void refreshesOnTheStandardPath() {
		try (StartedApplication application = StartedApplication.of(Counting.class, STANDARD)) {
			assertThat(application.get("/refreshed")).endsWith("1");
			Awaitility.await().untilAsserted(() -> assertThat(application.get("/refreshed")).endsWith("3"));
		}
	}

	@Test
	void anExceptionIsHandledByTheApplicationAndTriedAgain() {
		try (StartedApplication application = StartedApplication.of(Counting.class)) {
			assertThat(application.get("/failing")).startsWith("HTTP/1.1 503").endsWith("handled: call 1");
			assertThat(application.get("/failing")).startsWith("HTTP/1.1 503").endsWith("handled: call 2");
			assertThat(application.get("/failing")).startsWith("HTTP/1.1 200").endsWith("3");
			assertThat(application.get("/failing")).startsWith("HTTP/1.1 200").endsWith("3");
			assertThat(application.totals().answered()).isEqualTo(1);
		}
	}

	@Test
	void aResultWithoutBodyIsHandledAsWithoutTheAnnotation() {
		try (StartedApplication application = StartedApplication.of(Counting.class)) {
			assertThat(application.get("/nothing")).startsWith("HTTP/1.1 204").doesNotContain("ETag");
			assertThat(application.get("/nothing")).startsWith("HTTP/1.1 204");
			assertThat(application.totals().answered()).isZero();
			assertThat(application.context().getBean(Counting.class).nothing.get()).isEqualTo(2);
		}
	}

	@Test
	void headOfAnotherMethodIsNotTakenByAVariable() {
		try (StartedApplication application = StartedApplication.of(Overlapping.class)) {
			assertThat(application.get("/items/any")).endsWith("any item");
			assertThat(application.exchange("HEAD /items/any HTTP/1.1")).contains("Content-Length: 8\r\n");
			assertThat(application.exchange("HEAD /items/special HTTP/1.1")).contains("Content-Length: 12\r\n");
		}
	}

	@Test
	void aFilterIsNotPassedBy() {
		try (StartedApplication application = StartedApplication.of(List.of(Constants.class, FieldFilter.class))) {
			for (int i = 0; i < 3; i++) {
				assertThat(application.get("/text")).contains("Filtered: yes\r\n", "ETag: ").endsWith("constant");
			}
			assertThat(application.totals().answered()).isZero();
		}
	}

	@Test
	void whatIsCompressedTakesTheStandardPath() throws IOException {
		try (StartedApplication application = StartedApplication.of(Constants.class, "server.compression.enabled=true",
				"server.compression.min-response-size=5")) {
			for (int i = 0; i < 3; i++) {
				assertThat(application.exchange("GET /text HTTP/1.1", "Accept-Encoding: gzip")).contains("gzip",
						"Vary: Accept-Encoding");
				assertThat(application.get("/text")).contains("Vary: Accept-Encoding").endsWith("constant");
			}
			assertThat(application.totals().answered()).isZero();
			application.get("/short-text");
			application.get("/short-text");
			assertThat(application.totals().answered()).isEqualTo(1);
		}
	}

	@Test
	void staysWithoutTheEnginesCodec() {
		try (StartedApplication application = StartedApplication.of(Constants.class, "uring.http1.enabled=false")) {
			assertThat(application.get("/text")).isEqualTo(application.get("/text")).contains("ETag: ");
		}
	}

	@RestController
	static class Constants {

		@GetMapping("/text")
		@PreEncoded
		String text() {
			return "constant";
		}

		@GetMapping("/short-text")
		@PreEncoded
		String shortText() {
			return "a";
		}

		@GetMapping("/octets")
		@PreEncoded
		byte[] octets() {
			return new byte[] { 1, 2, 3, 'z' };
		}

		@GetMapping(path = "/json", produces = "application/json")
		@PreEncoded
		Map<String, Object> json() {
			return Map.of("umlaut", "ü");
		}

		@GetMapping("/entity")
		@PreEncoded
		ResponseEntity<String> entity() {
			return ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.header("X-Two", "one", "two")
				.body("entity");
		}

		@GetMapping("/own-tag")
		@PreEncoded
		ResponseEntity<List<Integer>> ownTag() {
			return ResponseEntity.ok().eTag("own").body(List.of(1, 2));
		}

		@GetMapping("/dated")
		@PreEncoded(entityTag = false)
		ResponseEntity<String> dated() {
			return ResponseEntity.ok().lastModified(784111777000L).body("dated");
		}

		@GetMapping("/untagged")
		@PreEncoded(entityTag = false)
		String untagged() {
			return "untagged";
		}

		@GetMapping("/created")
		@PreEncoded
		@ResponseStatus(HttpStatus.CREATED)
		Map<String, Integer> created() {
			return Map.of("one", 1);
		}

		@GetMapping(path = "/latin1", produces = "text/plain;charset=ISO-8859-1")
		@PreEncoded
		String latin1() {
			return "grün";
		}

	}

	@RestController
	static class Counting {

		private final AtomicInteger count = new AtomicInteger();

		private final AtomicInteger refreshed = new AtomicInteger();

		private final AtomicInteger failing = new AtomicInteger();

		private final AtomicInteger nothing = new AtomicInteger();

		@GetMapping("/count")
		@PreEncoded
		String count() {
			return Integer.toString(this.count.incrementAndGet());
		}

		@GetMapping("/refreshed")
		@PreEncoded(refresh = "10ms")
		String refreshed() {
			return Integer.toString(Math.min(3, this.refreshed.incrementAndGet()));
		}

		@GetMapping("/failing")
		@PreEncoded
		String failing() {
			int call = this.failing.incrementAndGet();
			if (call < 3) {
				throw new IllegalStateException("call " + call);
			}
			return Integer.toString(call);
		}

		@GetMapping("/nothing")
		@PreEncoded
		ResponseEntity<String> nothing() {
			this.nothing.incrementAndGet();
			return ResponseEntity.noContent().build();
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
		String handle(IllegalStateException failure) {
			return "handled: " + failure.getMessage();
		}

	}

	@RestController
	static class Overlapping {

		@GetMapping("/items/{id}")
		@PreEncoded
		String any() {
			return "any item";
		}

		@GetMapping("/items/special")
		String special() {
			return "special item";
		}

		@GetMapping("/other/{id}")
		String other(@PathVariable String id) {
			return id;
		}

	}

	static class FieldFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			exchange.getResponse().getHeaders().set("Filtered", "yes");
			return chain.filter(exchange);
		}

	}

}
