package io.uringboot.autoconfigure.fastpath;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.uringboot.engine.testkit.RawConnection;
import io.uringboot.engine.testkit.RawConnection.Response;
import org.aopalliance.intercept.MethodInterceptor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The same application with the fast path and without: every request has the same answer,
 * and invokes its handler method as often.
 */
class InvocationTests {

	private static FastPathServer fast;

	private static FastPathServer standard;

	@BeforeAll
	static void start() {
		fast = FastPathServer.start(Application.class);
		standard = FastPathServer.start(Application.class, "uring.fast-path.enabled=false");
	}

	@AfterAll
	static void stop() {
		fast.close();
		standard.close();
	}

	@BeforeEach
	void forgetInvocations() {
		fast.bean(Invocations.class).counts.clear();
		standard.bean(Invocations.class).counts.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/failure/local", "/failure/advice", "/failure/unhandled", "/failure/status",
			"/failure/error", "/failure/mono-local", "/failure/mono-advice", "/failure/mono-thrown",
			"/failure/future-advice", "/failure/future-local", "/failure/later" })
	void exceptionsReachTheirHandlers(String path) {
		assertSame("GET", path, "");
		assertThat(fast.bean(Invocations.class).counts).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/result/null", "/result/null-created", "/result/empty", "/result/empty-created",
			"/result/null-future", "/result/null-mono", "/result/null-entity", "/result/entity-null",
			"/result/entity-not-found", "/result/entity-fields", "/result/entity-type", "/result/entity-etag",
			"/result/entity-no-content", "/result/entity-mono", "/result/created", "/result/json-failure",
			"/result/json-mono-failure", "/result/other-writer", "/result/subtype", "/result/list-of-subtypes",
			"/result/late" })
	void resultsAreWrittenAlike(String path) {
		assertSame("GET", path, "");
		assertThat(fast.bean(Invocations.class).counts).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lazy", "/prototype", "/jdk-proxy", "/cglib-proxy", "/declared/7", "/generic/7",
			"/varargs?v=a", "/varargs?v=a,b", "/varargs?v=a&v=b", "/private", "/static", "/scoped" })
	void beansAreThoseOfWebFlux(String path) {
		assertSame("GET", path, "");
		assertSame("GET", path, "");
	}

	@Test
	void genericContentIsReadAsWhatTheSubclassSays() {
		assertSame("POST", "/generic", "{\"name\":\"a\"}", "Content-Type: application/json");
		assertThat(fast.exchange("POST", "/generic", "{\"name\":\"a\"}", "Content-Type: application/json").body())
			.isEqualTo("{\"name\":\"a!\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/result/created", "/lazy", "/jdk-proxy", "/cglib-proxy", "/declared/7", "/generic/7",
			"/varargs?v=a", "/private", "/static" })
	void isAnsweredInPlace(String path) {
		long before = fast.inPlace();
		fast.get(path);
		assertThat(fast.inPlace()).isEqualTo(before + 1);
	}

	@Test
	void patternsArePreferredAsWebFluxDoes() {
		for (String path : List.of("/y/x", "/y/longer", "/y/longer/x", "/z/x", "/y/y")) {
			assertSame("GET", "/order" + path, "");
		}
	}

	@Test
	void answersArePutInOrderBehindASlowOne() {
		try (RawConnection connection = fast.connect()) {
			String quick = FastPathServer.request("GET", "/result/created", "");
			connection.send(quick + FastPathServer.request("GET", "/gate?name=order", "") + quick
					+ FastPathServer.request("GET", "/failure/advice", "") + quick);
			Gates gates = fast.bean(Gates.class);
			gates.await("order");
			gates.open("order", "opened");
			assertThat(connection.readResponse().body()).isEqualTo("created");
			assertThat(connection.readResponse().body()).isEqualTo("opened");
			assertThat(connection.readResponse().body()).isEqualTo("created");
			assertThat(connection.readResponse().body()).isEqualTo("advice failed");
			assertThat(connection.readResponse().body()).isEqualTo("created");
		}
	}

	@Test
	void failureOfASlowOneInsideAPipelineIsItsOwn() {
		try (RawConnection connection = fast.connect()) {
			String quick = FastPathServer.request("GET", "/result/created", "");
			connection.send(quick + FastPathServer.request("GET", "/gate?name=failing", "") + quick
					+ FastPathServer.request("GET", "/gate?name=empty", "") + quick);
			Gates gates = fast.bean(Gates.class);
			gates.await("failing");
			gates.fail("failing", new AdvisedException("late"));
			gates.await("empty");
			gates.gate("empty").tryEmitEmpty();
			assertThat(connection.readResponse().body()).isEqualTo("created");
			assertThat(connection.readResponse()).satisfies((response) -> {
				assertThat(response.status()).isEqualTo(409);
				assertThat(response.body()).isEqualTo("advice late");
			});
			assertThat(connection.readResponse().body()).isEqualTo("created");
			assertThat(connection.readResponse().head()).startsWith("HTTP/1.1 200")
				.containsIgnoringCase("content-length: 0");
			assertThat(connection.readResponse().body()).isEqualTo("created");
		}
		assertThat(fast.bean(Invocations.class).counts).containsEntry("gate", 2).containsEntry("created", 3);
	}

	@Test
	void aClientThatGoesAwayCancels() throws InterruptedException {
		for (FastPathServer server : List.of(standard, fast)) {
			Gates gates = server.bean(Gates.class);
			try (RawConnection connection = server.connect()) {
				connection.send(FastPathServer.request("GET", "/gate?name=gone", ""));
				gates.await("gone");
				connection.reset();
			}
			assertThat(gates.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(server.get("/result/created").body()).isEqualTo("created");
		}
	}

	@Test
	void aGracefulStopWaitsForAPendingResult() throws Exception {
		try (FastPathServer server = FastPathServer.start(Application.class, "server.shutdown=graceful")) {
			Gates gates = server.bean(Gates.class);
			try (RawConnection connection = server.connect()) {
				connection.send(FastPathServer.request("GET", "/gate?name=stop", ""));
				gates.await("stop");
				CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
				Awaitility.await()
					.untilAsserted(
							() -> assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(server::connect));
				assertThat(stopped).isNotDone();
				gates.open("stop", "in time");
				assertThat(connection.readResponse().body()).isEqualTo("in time");
				stopped.get(30, TimeUnit.SECONDS);
			}
		}
	}

	@Test
	void virtualThreadsRunWhatMayBlock() {
		assumeTrue(Runtime.version().feature() >= 21);
		try (FastPathServer server = FastPathServer.start(Application.class, "spring.threads.virtual.enabled=true");
				FastPathServer without = FastPathServer.start(Application.class, "spring.threads.virtual.enabled=true",
						"uring.fast-path.enabled=false")) {
			assertThat(server.get("/thread").body()).isEqualTo("VirtualThread")
				.isEqualTo(without.get("/thread").body());
			long before = server.inPlace();
			for (String path : List.of("/failure/local", "/failure/advice", "/failure/status", "/result/null",
					"/result/null-created", "/result/json-failure", "/result/other-writer", "/result/created")) {
				assertThat(server.get(path)).as(path).satisfies(isAnswered(path, without.get(path)));
			}
			assertThat(server.bean(Invocations.class).counts).isEqualTo(without.bean(Invocations.class).counts);
			assertThat(server.inPlace()).isGreaterThan(before);
		}
	}

	@Test
	void controllersAreMadeWhenTheyAreNeededFirst() {
		Created.COUNT.set(0);
		try (FastPathServer server = FastPathServer.start(Application.class, "spring.main.lazy-initialization=true")) {
			assertThat(server.report().compiled()).isEqualTo(fast.report().compiled());
			assertThat(Created.COUNT).hasValue(0);
			assertThat(server.get("/lazy").body()).isEqualTo("lazy");
			assertThat(server.get("/lazy").body()).isEqualTo("lazy");
			assertThat(Created.COUNT).hasValue(1);
			assertThat(server.inPlace()).isEqualTo(2);
		}
	}

	private static Consumer<Response> isAnswered(String path, Response expected) {
		return (response) -> {
			assertThat(head(response)).isEqualTo(head(expected));
			assertThat(body(response)).isEqualTo(body(expected));
		};
	}

	private static void assertSame(String method, String path, String content, String... fields) {
		Response expected = standard.exchange(method, path, content, fields);
		Response actual = fast.exchange(method, path, content, fields);
		assertThat(actual).satisfies(isAnswered(path, expected));
		assertThat(fast.bean(Invocations.class).counts).isEqualTo(standard.bean(Invocations.class).counts);
	}

	private static List<String> head(Response response) {
		return response.head().lines().filter((line) -> !line.startsWith("Date: ")).toList();
	}

	private static String body(Response response) {
		return response.body()
			.replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":")
			.replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":");
	}

	static final class Invocations {

		private final Map<String, Integer> counts = new ConcurrentHashMap<>();

		void count(String name) {
			this.counts.merge(name, 1, Integer::sum);
		}

	}

	static final class Gates {

		private final Map<String, Sinks.One<String>> gates = new ConcurrentHashMap<>();

		private final Map<String, CountDownLatch> entered = new ConcurrentHashMap<>();

		private final CountDownLatch cancelled = new CountDownLatch(1);

		Sinks.One<String> gate(String name) {
			return this.gates.computeIfAbsent(name, (key) -> Sinks.one());
		}

		Mono<String> enter(String name) {
			latch(name).countDown();
			return gate(name).asMono().doOnCancel(this.cancelled::countDown);
		}

		private CountDownLatch latch(String name) {
			return this.entered.computeIfAbsent(name, (key) -> new CountDownLatch(1));
		}

		void await(String name) {
			try {
				assertThat(latch(name).await(10, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void open(String name, String value) {
			gate(name).tryEmitValue(value).orThrow();
		}

		void fail(String name, Throwable failure) {
			gate(name).tryEmitError(failure).orThrow();
		}

	}

	static final class LocalException extends RuntimeException {

		LocalException(String message) {
			super(message);
		}

	}

	static final class AdvisedException extends RuntimeException {

		AdvisedException(String message) {
			super(message);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Invocations.class, Gates.class, Failures.class, Advice.class, Results.class, Lazily.class,
			Prototype.class, Declared.class, OfItems.class, Odd.class, Order.class, Scoped.class })
	static class Application {

		/** As auto-proxying makes them, without a dependency for it. */
		@Bean
		static Api jdkProxy() {
			ProxyFactory factory = new ProxyFactory(new Hidden());
			factory.addAdvice((MethodInterceptor) (invocation) -> invocation.proceed() + " through proxy");
			factory.setInterfaces(Api.class);
			return (Api) factory.getProxy();
		}

		@Bean
		static Proxied cglibProxy() {
			ProxyFactory factory = new ProxyFactory(new Proxied());
			factory.setProxyTargetClass(true);
			factory.addAdvice((MethodInterceptor) (invocation) -> invocation.proceed() + " through proxy");
			return (Proxied) factory.getProxy();
		}

	}

	@RestController
	static class Failures {

		private final Invocations invocations;

		Failures(Invocations invocations) {
			this.invocations = invocations;
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.CONFLICT)
		String local(LocalException ex) {
			return "local " + ex.getMessage();
		}

		private RuntimeException counted(RuntimeException failure) {
			this.invocations.count("failure");
			return failure;
		}

		@GetMapping("/failure/local")
		String failLocal() {
			throw counted(new LocalException("failed"));
		}

		@GetMapping("/failure/advice")
		String failAdvice() {
			throw counted(new AdvisedException("failed"));
		}

		@GetMapping("/failure/unhandled")
		String failUnhandled() {
			throw counted(new IllegalStateException("failed"));
		}

		@GetMapping("/failure/status")
		String failStatus() {
			throw counted(new ResponseStatusException(HttpStatus.GONE, "gone"));
		}

		@GetMapping("/failure/error")
		String failError() {
			counted(new LocalException(""));
			throw new AssertionError("failed");
		}

		@GetMapping("/failure/mono-local")
		Mono<String> monoLocal() {
			return Mono.error(counted(new LocalException("failed")));
		}

		@GetMapping("/failure/mono-advice")
		Mono<String> monoAdvice() {
			return Mono.error(counted(new AdvisedException("failed")));
		}

		@GetMapping("/failure/mono-thrown")
		Mono<String> monoThrown() {
			throw counted(new AdvisedException("failed"));
		}

		@GetMapping("/failure/future-advice")
		CompletableFuture<String> futureAdvice() {
			return CompletableFuture.failedFuture(counted(new AdvisedException("failed")));
		}

		@GetMapping("/failure/future-local")
		CompletableFuture<String> futureLocal() {
			return CompletableFuture.supplyAsync(() -> {
				throw counted(new LocalException("failed"));
			});
		}

		@GetMapping("/failure/later")
		Mono<ResponseEntity<String>> later() {
			return Mono.fromFuture(futureLocal()).map(ResponseEntity::ok);
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> advised(AdvisedException ex) {
			return ResponseEntity.status(409).body("advice " + ex.getMessage());
		}

	}

	record Item(String name) {

	}

	interface Named {

		String getName();

	}

	static class Person implements Named {

		@Override
		public String getName() {
			return "name";
		}

		public int getAge() {
			return 7;
		}

	}

	static class Failing {

		public String getName() {
			return "name";
		}

		public String getFailing() {
			throw new AdvisedException("getter");
		}

	}

	@RestController
	static class Results {

		private final Invocations invocations;

		private final Gates gates;

		Results(Invocations invocations, Gates gates) {
			this.invocations = invocations;
			this.gates = gates;
		}

		private <T> T counted(String name, T value) {
			this.invocations.count(name);
			return value;
		}

		private void count(String name) {
			this.invocations.count(name);
		}

		@GetMapping("/gate")
		Mono<String> gate(@RequestParam String name) {
			return counted("gate", this.gates.enter(name));
		}

		@GetMapping("/result/null")
		String none() {
			count("null");
			return null;
		}

		@GetMapping("/result/null-created")
		@ResponseStatus(HttpStatus.CREATED)
		String noneCreated() {
			count("null");
			return null;
		}

		@GetMapping("/result/empty")
		Mono<String> empty() {
			return counted("empty", Mono.empty());
		}

		@GetMapping("/result/empty-created")
		@ResponseStatus(HttpStatus.CREATED)
		Mono<String> emptyCreated() {
			return counted("empty", Mono.empty());
		}

		@GetMapping("/result/null-future")
		CompletableFuture<String> nullFuture() {
			return counted("future", CompletableFuture.completedFuture(null));
		}

		@GetMapping("/result/null-mono")
		Mono<String> nullMono() {
			count("mono");
			return null;
		}

		@GetMapping("/result/null-entity")
		ResponseEntity<String> nullEntity() {
			count("entity");
			return null;
		}

		@GetMapping("/result/entity-null")
		ResponseEntity<String> entityNull() {
			return counted("entity", ResponseEntity.status(202).header("X-Own", "value").build());
		}

		@GetMapping("/result/entity-not-found")
		ResponseEntity<Item> entityNotFound() {
			return counted("entity", ResponseEntity.status(404).body(new Item("none")));
		}

		@GetMapping("/result/entity-fields")
		ResponseEntity<Item> entityFields() {
			return counted("entity",
					ResponseEntity.status(299).header("X-Own", "one", "two").header("x-other", "").body(new Item("a")));
		}

		@GetMapping("/result/entity-type")
		ResponseEntity<String> entityType() {
			return counted("entity", ResponseEntity.ok().header("content-type", "text/html").body("<p>"));
		}

		@GetMapping("/result/entity-etag")
		ResponseEntity<String> entityTag() {
			return counted("entity", ResponseEntity.ok().eTag("a").body("tagged"));
		}

		@GetMapping("/result/entity-no-content")
		ResponseEntity<String> entityNoContent() {
			return counted("entity", ResponseEntity.noContent().build());
		}

		@GetMapping("/result/entity-mono")
		Mono<ResponseEntity<List<Item>>> entityMono() {
			return counted("entity", Mono.just(ResponseEntity.status(203).body(List.of(new Item("a")))));
		}

		@GetMapping("/result/created")
		@ResponseStatus(HttpStatus.CREATED)
		String created() {
			return counted("created", "created");
		}

		@GetMapping("/result/json-failure")
		Failing jsonFailure() {
			return counted("json", new Failing());
		}

		@GetMapping("/result/json-mono-failure")
		Mono<Failing> jsonMonoFailure() {
			return counted("json", Mono.just(new Failing()));
		}

		@GetMapping(path = "/result/other-writer", produces = "application/json")
		Comparable<String> otherWriter() {
			return counted("other", "a string");
		}

		@GetMapping("/result/subtype")
		Named subtype() {
			return counted("subtype", new Person());
		}

		@GetMapping("/result/list-of-subtypes")
		List<Named> subtypes() {
			return counted("subtype", List.of(new Person(), () -> "lambda"));
		}

		@GetMapping("/result/late")
		CompletableFuture<Item> late() {
			return CompletableFuture.supplyAsync(() -> counted("late", new Item("late")));
		}

		@GetMapping("/thread")
		String thread() {
			return Thread.currentThread().getClass().getSimpleName();
		}

	}

	static final class Created {

		static final AtomicInteger COUNT = new AtomicInteger();

	}

	@RestController
	@Lazy
	static class Lazily {

		Lazily() {
			Created.COUNT.incrementAndGet();
		}

		@GetMapping("/lazy")
		String lazy() {
			return "lazy";
		}

	}

	@RestController
	@Scope("prototype")
	static class Prototype {

		private int requests;

		@GetMapping("/prototype")
		String prototype() {
			return "request " + (++this.requests);
		}

	}

	@RestController
	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class Scoped {

		private int requests;

		@GetMapping("/scoped")
		String scoped() {
			return "request " + (++this.requests);
		}

	}

	@RestController
	interface Api {

		@GetMapping("/jdk-proxy")
		String call();

	}

	static class Hidden implements Api {

		@Override
		public String call() {
			return "hidden";
		}

	}

	@RestController
	static class Proxied {

		@GetMapping("/cglib-proxy")
		String call() {
			return "proxied";
		}

	}

	interface DeclaredApi {

		@GetMapping("/declared/{id}")
		Item find(@PathVariable int id);

	}

	@RestController
	static class Declared implements DeclaredApi {

		@Override
		public Item find(int id) {
			return new Item("declared " + id);
		}

	}

	abstract static class Crud<T, K> {

		@GetMapping("/generic/{id}")
		public T find(@PathVariable K id) {
			return named(String.valueOf(id));
		}

		@PostMapping("/generic")
		public T add(@RequestBody T item) {
			return changed(item);
		}

		abstract T named(String name);

		abstract T changed(T item);

	}

	@RestController
	static class OfItems extends Crud<Item, Long> {

		@Override
		public Item find(Long id) {
			return super.find(id + 1);
		}

		@Override
		Item named(String name) {
			return new Item(name);
		}

		@Override
		Item changed(Item item) {
			return new Item(item.name() + "!");
		}

	}

	@RestController
	static class Odd {

		@GetMapping("/varargs")
		String varargs(@RequestParam String... v) {
			return String.join("+", v);
		}

		@GetMapping("/private")
		private String hidden() {
			return "private";
		}

		@GetMapping("/static")
		static String ofTheClass() {
			return "static";
		}

	}

	@RestController
	static class Order {

		@GetMapping("/order/{a}/x")
		String variableFirst(@PathVariable String a) {
			return "variable first";
		}

		@GetMapping("/order/y/{b}")
		String variableLast(@PathVariable String b) {
			return "variable last";
		}

		@GetMapping("/order/{a}/longer")
		String longer(@PathVariable String a) {
			return "longer";
		}

		@GetMapping("/order/y/{b}/x")
		String deep(@PathVariable String b) {
			return "deep";
		}

		@GetMapping("/order/y/y")
		String literal() {
			return "literal";
		}

	}

}
