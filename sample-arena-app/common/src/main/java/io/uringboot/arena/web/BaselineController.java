package io.uringboot.arena.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sums. Operands are 32-bit numbers, so a 64-bit sum of three is always right.
 */
@RestController
class BaselineController {

	@GetMapping(path = "/baseline11", produces = MediaType.TEXT_PLAIN_VALUE)
	String sum(@RequestParam int a, @RequestParam int b) {
		return Long.toString((long) a + b);
	}

	@PostMapping(path = "/baseline11", produces = MediaType.TEXT_PLAIN_VALUE)
	String sumWithBody(@RequestParam int a, @RequestParam int b, @RequestBody String body) {
		return Long.toString((long) a + b + parse(body));
	}

	@GetMapping(path = "/baseline2", produces = MediaType.TEXT_PLAIN_VALUE)
	String sumOfHttp2(@RequestParam int a, @RequestParam int b) {
		return Long.toString((long) a + b);
	}

	private static int parse(String body) {
		try {
			return Integer.parseInt(body.strip());
		}
		catch (NumberFormatException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not an integer", ex);
		}
	}

}
