package io.uringboot.autoconfigure;

import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of {@code docs/configuration.md} against what is there.
 */
class ConfigurationDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	@Test
	void tableOfTheEngineIsThatOfTheMetadata() throws IOException {
		StringBuilder table = new StringBuilder("| Key | Default | |\n|---|---|---|\n");
		for (JsonNode property : properties((name) -> name.startsWith("uring."))) {
			table.append(row(property));
		}
		String document = Files.readString(DOCUMENT);
		String written = section(document, "uring-properties");
		if (Boolean.getBoolean("uring.docs.write")) {
			Files.writeString(DOCUMENT, document.replace(marked("uring-properties", written),
					marked("uring-properties", table.toString())));
			written = table.toString();
		}
		assertThat(written).as("Stale, the document tells how to write it again").isEqualTo(table.toString());
	}

	@Test
	void everySettingOfTheEngineIsDescribed() throws IOException {
		assertThat(properties((name) -> name.startsWith("uring."))).isNotEmpty()
			.allSatisfy((property) -> assertThat(property.path("description").asString()).as(property.toString())
				.endsWith(".")
				.doesNotStartWithIgnoringCase("the ")
				.doesNotStartWithIgnoringCase("a "));
	}

	@Test
	void tableOfListenersHasEveryProperty() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(ListenerProperties.class)) {
			keys.add(property.getName());
		}
		keys.removeAll(Set.of("class", "ssl"));
		keys.add("ssl.bundle");
		assertThat(keysOf("uring-listener-properties")).containsExactlyInAnyOrderElementsOf(keys);
	}

	@Test
	void tableOfTheServerHasEveryKeyOfBoot() throws IOException {
		Set<String> documented = keysOf("server-properties");
		List<String> missing = properties((name) -> name.startsWith("server.") && isAbsent(name, documented)).stream()
			.filter((property) -> !property.has("deprecation"))
			.map((property) -> property.get("name").asString())
			.toList();
		assertThat(missing).isEmpty();
	}

	@Test
	void everyTestThatIsNamedExists() throws IOException {
		Matcher matcher = Pattern.compile("`(\\w+Tests)\\.(\\w+)`").matcher(Files.readString(DOCUMENT));
		List<String> missing = new ArrayList<>();
		int count = 0;
		while (matcher.find()) {
			count++;
			if (!hasMethod(getClass().getPackageName() + "." + matcher.group(1), matcher.group(2))) {
				missing.add(matcher.group());
			}
		}
		assertThat(count).isPositive();
		assertThat(missing).isEmpty();
	}

	private static String row(JsonNode property) throws IOException {
		String name = property.get("name").asString();
		String values = described("hints", name::equals).stream()
			.flatMap((hint) -> hint.get("values").valueStream())
			.map((value) -> "`" + value.get("value").asString() + "`")
			.collect(Collectors.joining(", "));
		return "| `%s` | %s | %s%s |\n".formatted(name,
				property.has("defaultValue") ? "`" + property.get("defaultValue").asString() + "`" : "",
				property.get("description").asString(), values.isEmpty() ? "" : " One of " + values + ".");
	}

	private static boolean isAbsent(String name, Set<String> documented) {
		return documented.stream()
			.noneMatch((key) -> key.endsWith(".*") ? name.startsWith(key.substring(0, key.length() - 1))
					: name.equals(key));
	}

	private static boolean hasMethod(String className, String method) {
		try {
			return Arrays.stream(Class.forName(className).getDeclaredMethods())
				.anyMatch((candidate) -> candidate.getName().equals(method));
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	private static Set<String> keysOf(String table) throws IOException {
		Set<String> keys = new LinkedHashSet<>();
		section(Files.readString(DOCUMENT), table).lines().skip(2).forEach((row) -> {
			Matcher matcher = CODE.matcher(row.split("\\|")[1]);
			while (matcher.find()) {
				keys.add(matcher.group(1));
			}
		});
		return keys;
	}

	private static String section(String document, String name) {
		Matcher matcher = Pattern.compile(marked(name, "(.*?)"), Pattern.DOTALL).matcher(document);
		assertThat(matcher.find()).as("Section %s", name).isTrue();
		return matcher.group(1);
	}

	private static String marked(String name, String content) {
		return "<!-- %s -->\n%s<!-- /%s -->".formatted(name, content, name);
	}

	private static List<JsonNode> properties(Predicate<String> filter) throws IOException {
		return described("properties", filter);
	}

	/**
	 * What any metadata on the class path describes, sorted by name.
	 */
	private static List<JsonNode> described(String kind, Predicate<String> filter) throws IOException {
		List<JsonNode> properties = new ArrayList<>();
		for (var resource : Collections
			.list(ConfigurationDocumentTests.class.getClassLoader().getResources(METADATA))) {
			try (InputStream metadata = resource.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(metadata).path(kind)) {
					if (filter.test(property.get("name").asString())) {
						properties.add(property);
					}
				}
			}
		}
		properties.sort((left, right) -> left.get("name").asString().compareTo(right.get("name").asString()));
		return properties;
	}

}
