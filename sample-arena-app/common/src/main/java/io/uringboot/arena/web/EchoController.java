package io.uringboot.arena.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the body of the request. It is read whole, so that the answer has a length.
 */
@RestController
class EchoController {

	private static final byte[] NOTHING = {};

	@PostMapping(path = "/echo", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	byte[] echo(@RequestBody(required = false) byte @Nullable [] body) {
		return (body != null) ? body : NOTHING;
	}

}
