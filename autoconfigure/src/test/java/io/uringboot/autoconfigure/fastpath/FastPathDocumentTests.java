package io.uringboot.autoconfigure.fastpath;

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
 * The reasons in {@code docs/fast-path.md} against those in the source.
 */
class FastPathDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "fast-path.md");

	private static final Path SOURCES = Path.of("src", "main", "java", "io", "uringboot", "autoconfigure", "fastpath");

	/** What is thrown or collected, with or without a variable part behind. */
	private static final Pattern REASON = Pattern
		.compile("(?:new Ineligible\\(|reasons\\.add\\(|closed\\.add\\()\\s*\"([^\"%]{10,})\"");

	@Test
	void reasonsThatAreDocumentedExist() throws IOException {
		String source = source();
		List<String> unknown = new ArrayList<>();
		List<String> documented = documented();
		for (String reason : documented) {
			for (String part : reason.split("…")) {
				if (part.strip().length() > 3 && Stream.of(part.strip().split(" bean '", 2))
					.anyMatch((each) -> !source.contains(each.replaceFirst("^'", "").strip()))) {
					unknown.add(reason);
				}
			}
		}
		assertThat(documented).hasSizeGreaterThan(40);
		assertThat(unknown).isEmpty();
	}

	@Test
	void reasonsThatExistAreDocumented() throws IOException {
		String documented = String.join("\n", documented());
		List<String> reasons = REASON.matcher(source()).results().map((result) -> result.group(1).strip()).toList();
		assertThat(reasons).hasSizeGreaterThan(20).allSatisfy((reason) -> assertThat(documented).contains(reason));
	}

	private static List<String> documented() throws IOException {
		List<String> reasons = new ArrayList<>();
		String document = Files.readString(DOCUMENT);
		for (String table : List.of("reasons-closed", "reasons-route")) {
			int start = document.indexOf("<!-- " + table + " -->");
			int end = document.indexOf("<!-- /" + table + " -->");
			assertThat(start).isPositive();
			Matcher matcher = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
				.matcher(document.substring(start, end));
			while (matcher.find()) {
				reasons.add(matcher.group(1));
			}
		}
		return reasons;
	}

	private static String source() throws IOException {
		StringBuilder source = new StringBuilder();
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.toList()) {
				source.append(Files.readString(file));
			}
		}
		return source.toString();
	}

}
