package io.uringboot.arena.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;

/**
 * The content codings of the static files, at their highest levels: compressed once,
 * served often.
 */
final class Encodings {

	private static final int HIGHEST_BROTLI_QUALITY = 11;

	private Encodings() {
	}

	/**
	 * Whether this platform has the native Brotli library.
	 */
	static boolean hasBrotli() {
		return Brotli4jLoader.isAvailable();
	}

	static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 2);
		try (OutputStream stream = new BestGzipOutputStream(compressed)) {
			stream.write(content);
		}
		return compressed.toByteArray();
	}

	static byte[] brotli(byte[] content) throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 2);
		Encoder.Parameters parameters = new Encoder.Parameters().setQuality(HIGHEST_BROTLI_QUALITY);
		try (OutputStream stream = new BrotliOutputStream(compressed, parameters)) {
			stream.write(content);
		}
		return compressed.toByteArray();
	}

	/**
	 * The level is reachable by subclasses only.
	 */
	private static final class BestGzipOutputStream extends GZIPOutputStream {

		BestGzipOutputStream(OutputStream out) throws IOException {
			super(out);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
