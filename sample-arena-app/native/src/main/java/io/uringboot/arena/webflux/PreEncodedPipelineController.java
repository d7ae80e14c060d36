package io.uringboot.arena.webflux;

import io.uringboot.autoconfigure.fastpath.PreEncoded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The smallest answer encoded once, in place of the controller that both twins have:
 * {@code --arena.pre-encoded=true}. The one class of this application that names
 * something of the engine.
 */
@RestController
@ConditionalOnBooleanProperty("arena.pre-encoded")
class PreEncodedPipelineController {

	@PreEncoded
	@GetMapping(path = "/pipeline", produces = MediaType.TEXT_PLAIN_VALUE)
	String ok() {
		return "ok";
	}

}
