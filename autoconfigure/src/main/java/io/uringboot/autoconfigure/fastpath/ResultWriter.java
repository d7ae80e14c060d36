package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a handler method returned, or what became of it later. Event loop only.
 */
@FunctionalInterface
interface ResultWriter {

	/** Returned where the result is left to the standard path. */
	int NOTHING_WRITTEN = -1;

	/** Writes a value as the body, with the status that the method declares. */
	ResultWriter BODY = (value, negotiated, output, response) -> {
		if (value == null) {
			return NOTHING_WRITTEN;
		}
		negotiated.writer().write(value, negotiated.head(), output, response);
		return negotiated.status();
	};

	/**
	 * Write a result. Nothing has been written if this fails.
	 * @param value the value, {@code null} if there is none
	 * @param negotiated what was negotiated for the request
	 * @param output where the body goes
	 * @param response takes the response
	 * @return the status code, or {@link #NOTHING_WRITTEN}
	 */
	int write(@Nullable Object value, Negotiated negotiated, BodyOutput output, ResponseWriter response);

}
