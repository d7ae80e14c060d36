package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

/**
 * Reads the argument that is the request's content.
 */
final class ContentReader implements ArgumentReader {

	private final int maxContentLength;

	ContentReader(int maxContentLength) {
		this.maxContentLength = maxContentLength;
	}

	@Override
	public @Nullable Object read(FastPathExchange exchange, Negotiated negotiated) {
		BodyReader reader = negotiated.bodyReader();
		return (reader != null && exchange.contentLength() > 0) ? reader.read(exchange) : DECLINED;
	}

	@Override
	public int maxContentLength() {
		return this.maxContentLength;
	}

}
