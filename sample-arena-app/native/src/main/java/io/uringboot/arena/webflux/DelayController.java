package io.uringboot.arena.webflux;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers late. What waits is an entry in Reactor's timer, not a thread.
 */
@RestController
class DelayController {

	@GetMapping(path = "/delay/{ms}", produces = MediaType.TEXT_PLAIN_VALUE)
	Mono<String> delay(@PathVariable int ms) {
		if (ms < 0) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The delay is negative");
		}
		return Mono.delay(Duration.ofMillis(ms)).thenReturn(Integer.toString(ms));
	}

}
