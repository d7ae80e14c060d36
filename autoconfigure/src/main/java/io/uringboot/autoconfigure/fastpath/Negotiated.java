package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.http1.ResponseHead;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * What WebFlux decides for a request by its media types alone.
 *
 * @param contentType the media type of the response
 * @param status the status that the method declares, or 200
 * @param head status and media type of the response
 * @param writer writes the body
 * @param bodyReader reads the content, {@code null} if no argument is read from it
 */
record Negotiated(MediaType contentType, int status, ResponseHead head, BodyWriter writer,
		@Nullable BodyReader bodyReader) {

	/** Where nothing is compressed, all responses are written alike. */
	private static final BodyOutput PLAIN = new BodyOutput("", null, null);

	/**
	 * Decide where the body of a response goes.
	 * @param exchange the request
	 * @return the output
	 */
	BodyOutput output(FastPathExchange exchange) {
		Compression compression = exchange.compression();
		return (compression != null)
				? new BodyOutput(this.contentType.toString(), compression, compression.chosen(exchange.head())) : PLAIN;
	}

}
