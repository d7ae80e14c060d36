package io.uringboot.autoconfigure.fastpath;

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

}
