package io.uringboot.bench.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.uringboot.bench.profile.StaticFile;

/**
 * The static files with the arena's names and sizes. Text is random words and has
 * compressed siblings, the rest is random bytes.
 */
final class MountedFiles {

	private static final int WORDS = 200;

	private MountedFiles() {
	}

	static void write(Path folder, Random random) throws IOException {
		Brotli4jLoader.ensureAvailability();
		for (StaticFile file : StaticFile.values()) {
			byte[] content = file.isText() ? text(file.size(), random) : bytes(file.size(), random);
			Files.write(folder.resolve(file.fileName()), content);
			if (file.isText()) {
				Files.write(folder.resolve(file.fileName() + ".gz"), gzip(content));
				Files.write(folder.resolve(file.fileName() + ".br"),
						Encoder.compress(content, Encoder.Parameters.create(5)));
			}
		}
	}

	private static byte[] bytes(int size, Random random) {
		byte[] bytes = new byte[size];
		random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] text(int size, Random random) {
		String[] words = new String[WORDS];
		Arrays.setAll(words, (i) -> Integer.toString(random.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX));
		StringBuilder text = new StringBuilder(size + 16);
		while (text.length() < size) {
			text.append(words[random.nextInt(WORDS)]).append(' ');
		}
		return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

}
