package io.uringboot.engine.transport;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import io.netty.buffer.ByteBuf;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Tells whether a body has arrived as it was sent, without holding it.
 */
final class ReceivedBody {

	private ReceivedBody() {
	}

	static Mono<String> digest(HttpServerRequest request) {
		return request.receive()
			.reduceWith(CRC32::new, ReceivedBody::update)
			.map((checksum) -> Long.toHexString(checksum.getValue()))
			// a client that has gone
			.onErrorComplete();
	}

	static String digest(String body) {
		CRC32 checksum = new CRC32();
		checksum.update(body.getBytes(StandardCharsets.ISO_8859_1));
		return Long.toHexString(checksum.getValue());
	}

	private static CRC32 update(CRC32 checksum, ByteBuf part) {
		checksum.update(part.nioBuffer());
		return checksum;
	}

}
