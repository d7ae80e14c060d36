package io.uringboot.arena.webmvc;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers late. What waits is a virtual thread.
 */
@RestController
class DelayController {

	@GetMapping(path = "/delay/{ms}", produces = MediaType.TEXT_PLAIN_VALUE)
	String delay(@PathVariable int ms) throws InterruptedException {
		if (ms < 0) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The delay is negative");
		}
		Thread.sleep(ms);
		return Integer.toString(ms);
	}

}
