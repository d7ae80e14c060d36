package io.uringboot.arena.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes the files of the {@link Catalog} with their compressed siblings. The same files
 * come out of every run: each starts its random choices from its own name.
 */
final class StaticFileGenerator {

	private StaticFileGenerator() {
	}

	static void writeAll(Path directory) throws IOException {
		for (StaticFile file : Catalog.FILES) {
			byte[] content = content(file);
			Files.write(directory.resolve(file.name()), content);
			for (String extension : siblings(file)) {
				byte[] compressed = extension.equals(".br") ? Encodings.brotli(content) : Encodings.gzip(content);
				Files.write(directory.resolve(file.name() + extension), compressed);
			}
		}
	}

	/**
	 * The extensions of the compressed siblings that a file gets on this platform.
	 */
	static List<String> siblings(StaticFile file) {
		if (!file.compressible()) {
			return List.of();
		}
		return Encodings.hasBrotli() ? List.of(".gz", ".br") : List.of(".gz");
	}

	static byte[] content(StaticFile file) {
		TextBuilder text = new TextBuilder(seed(file), file.size());
		return switch (file.content()) {
			case STYLESHEET -> StylesheetText.write(text);
			case SCRIPT -> ScriptText.write(text);
			case HEADER -> PageText.write(text, 30);
			case FOOTER -> PageText.write(text, 70);
			case LOGO -> DrawingText.writeLogo(text);
			case SPRITE -> DrawingText.writeSprite(text);
			case MANIFEST -> ManifestText.write(text);
			case FONT -> noise(file, "wOF2");
			case PHOTOGRAPH -> noise(file, "RIFF");
		};
	}

	/**
	 * Incompressible bytes behind the format's signature.
	 */
	private static byte[] noise(StaticFile file, String signature) {
		byte[] content = new byte[file.size()];
		new Random(seed(file)).nextBytes(content);
		for (int i = 0; i < signature.length(); i++) {
			content[i] = (byte) signature.charAt(i);
		}
		return content;
	}

	private static long seed(StaticFile file) {
		return file.name().hashCode();
	}

}
