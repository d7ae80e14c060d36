package io.uringboot.arena.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import io.uringboot.arena.ArenaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Dataset}.
 */
class DatasetTests {

	private static final String[] FIELDS = { "id", "name", "category", "price", "quantity", "active", "tags",
			"rating" };

	@TempDir
	private Path directory;

	@Test
	void ownDataSetHasTheSchemaAndTheSizeOfTheArenas() throws IOException {
		byte[] content;
		try (InputStream stream = getClass().getResourceAsStream("/dataset.json")) {
			content = stream.readAllBytes();
		}
		assertThat(content.length).isBetween(12_000, 13_000);
		JsonNode items = JsonMapper.shared().readTree(content);
		assertThat(items.values()).hasSize(50).allSatisfy((item) -> {
			assertThat(item.propertyNames()).containsExactly(FIELDS);
			assertThat(item.get("price").isInt()).isTrue();
			assertThat(item.get("quantity").isInt()).isTrue();
			assertThat(item.get("active").isBoolean()).isTrue();
			assertThat(item.get("tags").values()).isNotEmpty();
			assertThat(item.get("rating").propertyNames()).containsExactly("score", "count");
		});
		assertThat(new String(content, StandardCharsets.ISO_8859_1)).isASCII();
	}

	@Test
	void ownDataSetIsReadUnlessOneIsMounted() {
		assertThat(read().items()).extracting(Item::id)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
	}

	@Test
	void mountedDataSetIsRead() throws IOException {
		Files.writeString(this.directory.resolve("dataset.json"), """
				[{"id":7,"name":"Nail","category":"iron","price":3,"quantity":4,"active":true,
				"tags":["sharp"],"rating":{"score":5,"count":6}}]""");
		ProcessedItems processed = read().process(50, 2);
		assertThat(processed.count()).isOne();
		assertThat(processed.items()).extracting(ProcessedItem::total).containsExactly(24L);
	}

	private Dataset read() {
		return Dataset.read(new ArenaProperties(this.directory.toString(), null, null), JsonMapper.shared());
	}

}
