package io.uringboot.arena.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Tests for {@link StaticFileGenerator}.
 */
class StaticFileGeneratorTests {

	private static final Percentage LIKENESS = withinPercentage(25);

	@TempDir
	private static Path directory;

	@BeforeAll
	static void generate() throws IOException {
		StaticFileGenerator.writeAll(directory);
	}

	@Test
	void everyFileHasItsExactSize() {
		assertThat(Catalog.FILES).hasSize(20)
			.allSatisfy((file) -> assertThat(directory.resolve(file.name())).hasSize(file.size()));
		assertThat(Catalog.FILES.stream().mapToInt(StaticFile::size).sum()).isEqualTo(1_271_603);
	}

	@ParameterizedTest
	@CsvSource({ "reset.css, 2838, 2420", "layout.css, 6380, 5615", "theme.css, 5138, 4520",
			"components.css, 39348, 33268", "utilities.css, 13040, 11595", "analytics.js, 4390, 3899",
			"helpers.js, 7442, 6612", "app.js, 54813, 47275", "vendor.js, 79899, 67294", "router.js, 10856, 9665",
			"header.html, 11769, 9390", "footer.html, 8256, 6974", "logo.svg, 3654, 3028",
			"icon-sprite.svg, 13657, 11739", "manifest.json, 927, 735" })
	void textCompressesLikeTheArenas(String name, long gzip, long brotli) throws IOException {
		assertThat(Files.size(directory.resolve(name + ".gz"))).isCloseTo(gzip, LIKENESS);
		assertThat(Files.size(directory.resolve(name + ".br"))).isCloseTo(brotli, LIKENESS);
	}

	@Test
	void siblingsDecodeToTheOriginal() throws IOException {
		for (StaticFile file : Catalog.FILES) {
			for (String extension : StaticFileGenerator.siblings(file)) {
				byte[] compressed = Files.readAllBytes(directory.resolve(file.name() + extension));
				try (InputStream decoded = decode(extension, compressed)) {
					assertThat(decoded).as(file.name() + extension)
						.hasBinaryContent(Files.readAllBytes(directory.resolve(file.name())));
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "regular.woff2", "bold.woff2", "hero.webp", "thumb1.webp", "thumb2.webp" })
	void binariesHaveNoSiblings(String name) {
		assertThat(directory.resolve(name + ".gz")).doesNotExist();
		assertThat(directory.resolve(name + ".br")).doesNotExist();
	}

	@Test
	void contentIsTheSameForEveryRun() throws GeneralSecurityException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (StaticFile file : Catalog.FILES) {
			digest.update(StaticFileGenerator.content(file));
		}
		// Whoever changes the generator changes the constant, and with it the folder's
		// name
		assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(GeneratedFiles.FINGERPRINT);
	}

	@Test
	void drawingsAndManifestAreWellFormed() throws Exception {
		for (String drawing : new String[] { "logo.svg", "icon-sprite.svg" }) {
			DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(directory.resolve(drawing).toFile());
		}
		JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve("manifest.json")));
	}

	@Test
	void pagesEndAsTheyShould() throws IOException {
		assertThat(Files.readString(directory.resolve("header.html"), StandardCharsets.US_ASCII))
			.startsWith("<!DOCTYPE html>")
			.endsWith("--></body></html>");
	}

	private static InputStream decode(String extension, byte[] compressed) throws IOException {
		ByteArrayInputStream stream = new ByteArrayInputStream(compressed);
		return extension.equals(".br") ? new BrotliInputStream(stream) : new GZIPInputStream(stream);
	}

}
