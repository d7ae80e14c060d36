package io.uringboot.arena.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The smallest answer there is, for pipelined requests.
 */
@RestController
@ConditionalOnBooleanProperty(name = "arena.pre-encoded", havingValue = false, matchIfMissing = true)
class PipelineController {

	@GetMapping(path = "/pipeline", produces = MediaType.TEXT_PLAIN_VALUE)
	String ok() {
		return "ok";
	}

}
