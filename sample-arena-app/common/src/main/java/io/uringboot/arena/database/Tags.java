package io.uringboot.arena.database;

import java.util.List;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tags of an item as the column of type {@code jsonb} has them.
 */
public final class Tags {

	private final ObjectReader reader;

	private final ObjectWriter writer;

	/**
	 * Create the form.
	 * @param mapper the application's JSON mapper
	 */
	public Tags(JsonMapper mapper) {
		TypeReference<List<String>> type = new TypeReference<>() {
		};
		this.reader = mapper.readerFor(type);
		this.writer = mapper.writerFor(type);
	}

	/**
	 * Read tags.
	 * @param json what the column has
	 * @return the tags
	 */
	public List<String> read(String json) {
		return this.reader.readValue(json);
	}

	/**
	 * Write tags.
	 * @param tags the tags
	 * @return what the column takes
	 */
	public String write(List<String> tags) {
		return this.writer.writeValueAsString(tags);
	}

}
