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
	BodyWriter TEXT = (value, head, output, response) -> {
		byte[] octets = ((String) value).getBytes(StandardCharsets.UTF_8);
		output.write(head, octets, octets.length, response);
	};

	/** The octets themselves. */
	BodyWriter OCTETS = (value, head, output, response) -> {
		byte[] octets = (byte[]) value;
		output.write(head, octets, octets.length, response);
	};

	/**
	 * Write a response. Nothing has been written if this fails.
	 * @param value the value
	 * @param head status and fields of the response
	 * @param output where the body goes
	 * @param response takes the response
	 */
	void write(Object value, ResponseHead head, BodyOutput output, ResponseWriter response);

	/**
	 * A writer of JSON.
	 * @param writer the application's mapper, set to the type
	 * @return the writer
	 */
	static BodyWriter json(ObjectWriter writer) {
		return (value, head, output, response) -> {
			OctetOutput octets = OctetOutput.acquire();
			try {
				try (JsonGenerator generator = writer.createGenerator(octets, JsonEncoding.UTF8)) {
					writer.writeValue(generator, value);
				}
				output.write(head, octets.octets(), octets.size(), response);
			}
			finally {
				octets.release();
			}
		};
	}

}
