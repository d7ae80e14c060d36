package io.uringboot.autoconfigure.differential;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Results that come later, or piece by piece.
 */
@RestController
@RequestMapping("/reactive")
class ReactiveController {

	private final Invocations invocations;

	ReactiveController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/mono/{value}")
	Mono<String> mono(@PathVariable String value) {
		this.invocations.count();
		return Mono.just("mono " + value);
	}

	@GetMapping("/mono-later")
	Mono<String> monoLater() {
		this.invocations.count();
		return Mono.fromSupplier(() -> "later").subscribeOn(Schedulers.parallel());
	}

	@GetMapping("/mono-record")
	Mono<Item> monoRecord() {
		this.invocations.count();
		return Mono.just(Item.of(11));
	}

	@GetMapping("/mono-bytes")
	Mono<byte[]> monoBytes() {
		this.invocations.count();
		return Mono.just("mono bytes".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/mono-empty")
	Mono<String> monoEmpty() {
		this.invocations.count();
		return Mono.empty();
	}

	@GetMapping("/mono-void")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Mono<Void> monoVoid() {
		this.invocations.count();
		return Mono.empty();
	}

	@GetMapping("/mono-entity")
	Mono<ResponseEntity<Item>> monoEntity() {
		this.invocations.count();
		return Mono.just(ResponseEntity.status(HttpStatus.CREATED).header("X-Later", "yes").body(Item.of(12)));
	}

	@GetMapping("/entity-mono")
	ResponseEntity<Mono<String>> entityMono() {
		this.invocations.count();
		return ResponseEntity.accepted().body(Mono.just("inner"));
	}

	@GetMapping("/future")
	CompletableFuture<String> future() {
		this.invocations.count();
		return CompletableFuture.supplyAsync(() -> "future");
	}

	@GetMapping("/stage-record")
	CompletionStage<Item> stageRecord() {
		this.invocations.count();
		return CompletableFuture.completedFuture(Item.of(13));
	}

	@GetMapping("/future-null")
	CompletableFuture<Item> futureNull() {
		this.invocations.count();
		return CompletableFuture.completedFuture(null);
	}

	@GetMapping("/flux-string")
	Flux<String> fluxString() {
		this.invocations.count();
		return Flux.just("one,", "two,", "three");
	}

	@GetMapping("/flux-record")
	Flux<Item> fluxRecord() {
		this.invocations.count();
		return Flux.range(1, 3).map(Item::of);
	}

	@GetMapping("/flux-empty")
	Flux<Item> fluxEmpty() {
		this.invocations.count();
		return Flux.empty();
	}

	@GetMapping(path = "/ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<Item> ndjson() {
		this.invocations.count();
		return Flux.range(1, 3).map(Item::of);
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<String>> events() {
		this.invocations.count();
		return Flux.range(1, 3)
			.map((number) -> ServerSentEvent.builder("event " + number).id(Integer.toString(number)).build());
	}

}
