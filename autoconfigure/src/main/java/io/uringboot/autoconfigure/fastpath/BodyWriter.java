package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;

import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseWriter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes the value that a handler method returned, as the message writer does that
 * WebFlux would choose. Event loop only.
 */
@FunctionalInterface
interface BodyWriter {

	/** Text in UTF-8. */
	BodyWriter TEXT = (value, head, response) -> {
		byte[] octets = ((String) value).getBytes(StandardCharsets.UTF_8);
		response.write(head, octets, 0, octets.length);
	};

	/** The octets themselves. */
	BodyWriter OCTETS = (value, head, response) -> {
		byte[] octets = (byte[]) value;
		response.write(head, octets, 0, octets.length);
	};

	/**
	 * Write a response. Nothing has been written if this fails.
	 * @param value the value
	 * @param head status and fields of the response
	 * @param response takes the response
	 */
	void write(Object value, ResponseHead head, ResponseWriter response);

	/**
	 * A writer of JSON.
	 * @param writer the application's mapper, set to the type
	 * @return the writer
	 */
	static BodyWriter json(ObjectWriter writer) {
		return (value, head, response) -> {
			OctetOutput output = OctetOutput.acquire();
			try {
				try (JsonGenerator generator = writer.createGenerator(output, JsonEncoding.UTF8)) {
					writer.writeValue(generator, value);
				}
				response.write(head, output.octets(), 0, output.size());
			}
			finally {
				output.release();
			}
		};
	}

}
