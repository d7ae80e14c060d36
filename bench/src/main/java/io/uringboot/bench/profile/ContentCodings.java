package io.uringboot.bench.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import io.uringboot.bench.http.Answer;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the content of an answer by its {@code Content-Encoding}.
 */
final class ContentCodings {

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
	static byte[] decode(Answer answer) throws IOException {
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
	static @Nullable String faultIfEncoded(Answer answer) {
		String coding = answer.field("Content-Encoding");
		return (coding != null) ? "Content-Encoding " + coding + " although none was offered" : null;
	}

	private static InputStream stream(String coding, InputStream in) throws IOException {
		return coding.equals("gzip") ? new GZIPInputStream(in) : new BrotliInputStream(in);
	}

}
