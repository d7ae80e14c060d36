package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a whole content as the value of an argument, as the message reader does that
 * WebFlux would choose. A content without octets is left to the standard path.
 */
@FunctionalInterface
interface BodyReader {

	/** Text in UTF-8; what is malformed is replaced, as everywhere in Spring. */
	BodyReader TEXT = (exchange) -> exchange.contentAsString(StandardCharsets.UTF_8);

	/** The octets themselves. */
	BodyReader OCTETS = (exchange) -> Arrays.copyOfRange(exchange.content(), exchange.contentOffset(),
			exchange.contentOffset() + exchange.contentLength());

	/**
	 * Read the content.
	 * @param exchange a request with at least one octet of content
	 * @return the value, or {@link ArgumentReader#DECLINED}
	 */
	@Nullable Object read(FastPathExchange exchange);

	/**
	 * A reader of JSON. What the mapper refuses is for the standard path, which reads it
	 * again and says what is wrong.
	 * @param reader the application's mapper, set to the type
	 * @return the reader
	 */
	static BodyReader json(ObjectReader reader) {
		return (exchange) -> {
			try {
				Object value = reader.readValue(exchange.content(), exchange.contentOffset(), exchange.contentLength());
				return (value != null) ? value : ArgumentReader.DECLINED;
			}
			catch (JacksonException ex) {
				return ArgumentReader.DECLINED;
			}
		};
	}

}
