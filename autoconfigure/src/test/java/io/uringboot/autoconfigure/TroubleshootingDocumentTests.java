package io.uringboot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/troubleshooting.md} against the sources: no message without its remedy.
 */
class TroubleshootingDocumentTests {

	private static final Path SOURCES = Path.of("src", "main", "java");

	private static final Pattern LOGGED = Pattern.compile("logger\\.(?:info|warn)\\(\\s*\"([^\"%]{10,})");

	@Test
	void everyMessageIsThere() throws IOException {
		String document = Files.readString(Path.of("..", "docs", "troubleshooting.md"));
		List<String> messages = messages();
		assertThat(messages).hasSizeGreaterThan(4);
		assertThat(messages).allSatisfy((message) -> assertThat(document).contains(message));
		assertThat(document).contains("The web server cannot run on", "Serving on");
	}

	private static List<String> messages() throws IOException {
		List<String> messages = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				Matcher matcher = LOGGED.matcher(Files.readString(file));
				while (matcher.find()) {
					messages.add(matcher.group(1).strip());
				}
			}
		}
		return messages;
	}

}
