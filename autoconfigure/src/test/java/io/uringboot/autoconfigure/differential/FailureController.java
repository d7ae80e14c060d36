package io.uringboot.autoconfigure.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Handlers that fail.
 */
@RestController
@RequestMapping("/failure")
class FailureController {

	private static final DefaultDataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private final Invocations invocations;

	FailureController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/runtime")
	String runtime() {
		this.invocations.count();
		throw new IllegalStateException("not now");
	}

	@GetMapping("/checked")
	String checked() throws IOException {
		this.invocations.count();
		throw new IOException("no such thing");
	}

	@GetMapping("/error")
	String error() {
		this.invocations.count();
		throw new AssertionError("broken");
	}

	@GetMapping("/response-status/{status}")
	String responseStatus(@PathVariable int status) {
		this.invocations.count();
		throw new ResponseStatusException(HttpStatus.valueOf(status), "by status");
	}

	@GetMapping("/annotated")
	String annotated() {
		this.invocations.count();
		throw new TeapotException();
	}

	@GetMapping("/error-response")
	String errorResponse() {
		this.invocations.count();
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.LOCKED,
				ProblemDetail.forStatusAndDetail(HttpStatus.LOCKED, "locked"), null);
		exception.getHeaders().add("X-Lock", "owner");
		throw exception;
	}

	@GetMapping("/local")
	String local() {
		this.invocations.count();
		throw new LocalException();
	}

	@GetMapping("/local-void")
	void localVoid(ServerWebExchange exchange) {
		this.invocations.count();
		exchange.getResponse().getHeaders().add("X-Before", "failure");
		throw new LocalException();
	}

	@GetMapping("/advised/{value}")
	Item advised(@PathVariable int value) {
		this.invocations.count();
		throw new AdvisedException("advised " + value);
	}

	@GetMapping("/advised-mono")
	Mono<Item> advisedMono() {
		this.invocations.count();
		return Mono.error(new AdvisedException("advised later"));
	}

	@GetMapping("/wrapped")
	String wrapped() {
		this.invocations.count();
		throw new IllegalArgumentException(new AdvisedException("inside"));
	}

	@GetMapping("/mono")
	Mono<String> mono() {
		this.invocations.count();
		return Mono.error(new IllegalStateException("later"));
	}

	@GetMapping("/mono-status")
	Mono<String> monoStatus() {
		this.invocations.count();
		return Mono.error(new ResponseStatusException(HttpStatus.GONE));
	}

	@GetMapping("/future")
	CompletableFuture<String> future() {
		this.invocations.count();
		return CompletableFuture.failedFuture(new LocalException());
	}

	@GetMapping("/unwritable")
	Object unwritable() {
		this.invocations.count();
		return new Cyclic();
	}

	@GetMapping("/partial")
	Mono<Void> partial(ServerWebExchange exchange) {
		this.invocations.count();
		Flux<DataBuffer> content = Flux.concat(Mono.fromSupplier(() -> wrap("begun")),
				Mono.error(new IllegalStateException("in the middle")));
		return exchange.getResponse().writeAndFlushWith(content.map(Mono::just));
	}

	@GetMapping("/committed")
	Mono<String> committed(ServerWebExchange exchange) {
		this.invocations.count();
		exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
		return exchange.getResponse().setComplete().then(Mono.error(new IllegalStateException("too late")));
	}

	private static DataBuffer wrap(String text) {
		return BUFFERS.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	@ExceptionHandler
	ResponseEntity<String> handleLocally(LocalException exception) {
		this.invocations.count();
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).header("X-Handled", "locally").body("local");
	}

	@ResponseStatus(code = HttpStatus.PAYMENT_REQUIRED, reason = "short and stout")
	static class TeapotException extends RuntimeException {

	}

	static class LocalException extends RuntimeException {

	}

	static class AdvisedException extends RuntimeException {

		AdvisedException(String message) {
			super(message);
		}

	}

	/**
	 * What no mapper can write.
	 */
	static class Cyclic {

		public Cyclic getSelf() {
			return this;
		}

	}

}
