package io.uringboot.engine.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;

/**
 * Contents to encode, decoders that are not ours, and settings.
 */
final class Contents {

	private Contents() {
	}

	static Compression compression(ContentCoding... codings) {
		return compression(100, codings);
	}

	static Compression compression(long minResponseSize, ContentCoding... codings) {
		return new Compression(new CompressionSettings(List.of(codings), 6, 4, minResponseSize,
				(contentType) -> contentType.startsWith("text/"), Set.of("Old browser")));
	}

	/** Something between text and noise. */
	static byte[] random(Random random, int length) {
		byte[] content = new byte[length];
		random.nextBytes(content);
		int distinct = 1 + random.nextInt(256);
		for (int i = 0; i < length; i++) {
			content[i] = (byte) Math.floorMod(content[i], distinct);
		}
		for (int i = 0; i < length / 64; i++) {
			int count = Math.min(length, 16);
			System.arraycopy(content, random.nextInt(length - count + 1), content, random.nextInt(length - count + 1),
					count);
		}
		return content;
	}

	static InputStream decoding(ContentCoding coding, InputStream encoded) {
		try {
			return (coding == ContentCoding.BR) ? new BrotliInputStream(encoded) : new GZIPInputStream(encoded);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] decoded(ContentCoding coding, byte[] encoded) {
		try (InputStream decoding = decoding(coding, new ByteArrayInputStream(encoded))) {
			return decoding.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a client can make of an encoded content whose rest has not come yet.
	 * @param count how many octets it wants
	 */
	static byte[] decodedSoFar(ContentCoding coding, byte[] encoded, int count) throws IOException {
		if (coding == ContentCoding.GZIP) {
			try (InputStream decoding = decoding(coding, new ByteArrayInputStream(encoded))) {
				return decoding.readNBytes(count);
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		DecoderJNI.Wrapper decoder = new DecoderJNI.Wrapper(encoded.length);
		decoder.getInputBuffer().put(encoded);
		decoder.push(encoded.length);
		while (decoder.getStatus() == DecoderJNI.Status.NEEDS_MORE_OUTPUT || decoder.hasOutput()) {
			ByteBuffer part = decoder.pull();
			byte[] octets = new byte[part.remaining()];
			part.get(octets);
			out.write(octets);
		}
		decoder.destroy();
		return out.toByteArray();
	}

}
