package io.uringboot.arena.webflux;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Counts the bytes of a body as they arrive. The request is asked for its body instead of
 * an argument being bound to it, because binding refuses form data.
 */
@RestController
class UploadController {

	@PostMapping(path = "/upload", produces = MediaType.TEXT_PLAIN_VALUE)
	Mono<String> count(ServerHttpRequest request) {
		return request.getBody()
			.reduce(0L, UploadController::add)
			.map(String::valueOf)
			// WebFlux logs a client that breaks off as an error of the server, MVC does
			// not
			.onErrorComplete(DisconnectedClientHelper::isClientDisconnectedException);
	}

	private static long add(long count, DataBuffer buffer) {
		int readable = buffer.readableByteCount();
		DataBufferUtils.release(buffer);
		return count + readable;
	}

}
