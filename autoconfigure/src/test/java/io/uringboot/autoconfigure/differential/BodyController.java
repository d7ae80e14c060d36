package io.uringboot.autoconfigure.differential;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Content of requests.
 */
@RestController
@RequestMapping("/body")
class BodyController {

	private final Invocations invocations;

	BodyController(Invocations invocations) {
		this.invocations = invocations;
	}

	@PostMapping("/string")
	String string(@RequestBody String body) {
		this.invocations.count();
		return "string=" + body;
	}

	@PostMapping("/bytes")
	byte[] bytes(@RequestBody byte[] body) {
		this.invocations.count();
		return body;
	}

	@PostMapping("/sum")
	String sum(@RequestParam int a, @RequestParam int b, @RequestBody String body) {
		this.invocations.count();
		return Integer.toString(a + b + Integer.parseInt(body));
	}

	@PostMapping("/record")
	Item item(@RequestBody Item item) {
		this.invocations.count();
		return item;
	}

	@PutMapping("/bean/{id}")
	Account bean(@PathVariable int id, @RequestBody Account account) {
		this.invocations.count();
		account.setNote("number " + id);
		return account;
	}

	@PostMapping("/list")
	int list(@RequestBody List<Item> items) {
		this.invocations.count();
		return items.size();
	}

	@PatchMapping("/map")
	Map<String, List<Integer>> map(@RequestBody Map<String, List<Integer>> body) {
		this.invocations.count();
		return body;
	}

	@PostMapping("/optional-string")
	String optionalString(@RequestBody(required = false) String body) {
		this.invocations.count();
		return "string=" + body;
	}

	@PostMapping("/optional-record")
	String optionalRecord(@RequestBody(required = false) Item item) {
		this.invocations.count();
		return "item=" + item;
	}

	@PostMapping("/entity")
	String entity(HttpEntity<String> entity) {
		this.invocations.count();
		return entity.getHeaders().getContentType() + " " + entity.getBody();
	}

	@PostMapping("/mono")
	Mono<String> mono(@RequestBody Mono<String> body) {
		this.invocations.count();
		return body.map((text) -> "mono=" + text);
	}

	@PostMapping("/flux")
	Flux<Item> flux(@RequestBody Flux<Item> items) {
		this.invocations.count();
		return items;
	}

	@PostMapping("/count")
	Mono<String> count(@RequestBody Flux<DataBuffer> body) {
		this.invocations.count();
		return DataBufferUtils.join(body, 1 << 20).map((buffer) -> {
			int length = buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			return "length=" + length;
		});
	}

	@PostMapping("/ignored")
	String ignored() {
		this.invocations.count();
		return "ignored";
	}

}
