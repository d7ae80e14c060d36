package io.uringboot.bench.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.uringboot.bench.http.Answer;

/**
 * Content codings that a server may choose from.
 */
final class Codings {

	private Codings() {
	}

	/**
	 * Loads the native library of Brotli.
	 */
	static void load() {
		Brotli4jLoader.ensureAvailability();
	}

	/**
	 * Returns the content of an answer without its coding.
	 * @throws IOException if it is not what {@code Content-Encoding} says
	 */
	static byte[] decode(Answer answer) throws IOException {
		String coding = answer.field("Content-Encoding");
		if (coding == null) {
			return answer.body();
		}
		ByteArrayInputStream body = new ByteArrayInputStream(answer.body());
		return switch (coding) {
			case "gzip" -> new GZIPInputStream(body).readAllBytes();
			case "br" -> {
				load();
				yield new BrotliInputStream(body).readAllBytes();
			}
			default -> throw new IOException("Content-Encoding " + coding + ", which was not offered");
		};
	}

}
