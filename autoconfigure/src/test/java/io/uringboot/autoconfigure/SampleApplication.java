package io.uringboot.autoconfigure;

import java.net.URI;
import java.util.concurrent.CountDownLatch;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;

/**
 * The application of the tests.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SampleApplication.Endpoints.class, SampleApplication.Gate.class })
class SampleApplication {

	/**
	 * Holds back the answer to {@code /gate}.
	 */
	static class Gate {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final Sinks.One<String> answer = Sinks.one();

		void awaitRequest() throws InterruptedException {
			this.entered.await();
		}

		void open() {
			this.answer.tryEmitValue("through");
		}

	}

	@RestController
	static class Endpoints {

		private final Gate gate;

		Endpoints(Gate gate) {
			this.gate = gate;
		}

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

		@GetMapping("/thread")
		String thread() {
			return Thread.currentThread().getName();
		}

		@GetMapping("/long")
		String longText() {
			return "text ".repeat(2000);
		}

		@GetMapping("/own-fields")
		ResponseEntity<String> ownFields() {
			return ResponseEntity.ok().header("Date", "then").header("Server", "Own").body("hello");
		}

		@GetMapping("/uri")
		URI uri(ServerHttpRequest request) {
			return request.getURI();
		}

		@GetMapping("/session")
		Mono<String> session(WebSession session) {
			session.getAttributes().put("visited", true);
			return Mono.just("visited");
		}

		@GetMapping("/gate")
		Mono<String> gate() {
			this.gate.entered.countDown();
			return this.gate.answer.asMono();
		}

		@PostMapping("/echo")
		Mono<String> echo(@RequestBody Mono<String> body) {
			return body;
		}

	}

}
