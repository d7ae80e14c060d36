package io.uringboot.bench.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the content of an answer by its {@code Content-Encoding}.
 */
public final class ContentCodings {

	/** Keeps a small answer from growing without end. */
	private static final int MAX_CONTENT = 64 * 1024 * 1024;

	private ContentCodings() {
	}

	/**
	 * Returns the content without its coding.
	 * @param answer the answer
	 * @return the content
	 * @throws IOException if the coding was not offered or the content is not of it; the
	 * message is for the report
	 */
	public static byte[] decode(Answer answer) throws IOException {
		String coding = answer.field("Content-Encoding");
		if (coding == null) {
			return answer.body();
		}
		if (!coding.equals("gzip") && !coding.equals("br")) {
			throw new IOException("Content-Encoding " + coding + ", which was not offered");
		}
		try (InputStream in = stream(coding, new ByteArrayInputStream(answer.body()))) {
			byte[] content = in.readNBytes(MAX_CONTENT);
			if (content.length == MAX_CONTENT) {
				throw new IOException("endless");
			}
			return content;
		}
		catch (IOException | IllegalStateException ex) {
			throw new IOException("content is not " + coding, ex);
		}
	}

	/**
	 * Tells whether an answer came without coding.
	 * @param answer the answer
	 * @return what is wrong, {@code null} if it did
	 */
	public static @Nullable String faultIfEncoded(Answer answer) {
		String coding = answer.field("Content-Encoding");
		return (coding != null) ? "Content-Encoding " + coding + " although none was offered" : null;
	}

	private static InputStream stream(String coding, InputStream in) throws IOException {
		if (coding.equals("gzip")) {
			return new GZIPInputStream(in);
		}
		Brotli4jLoader.ensureAvailability();
		return new BrotliInputStream(in);
	}

}
