package io.uringboot.arena.cache;

import io.uringboot.arena.data.Item;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items as they stand in Redis, the same for both twins.
 */
public final class ItemJson {

	private static final Log logger = LogFactory.getLog(ItemJson.class);

	private final ObjectReader reader;

	private final ObjectWriter writer;

	/**
	 * Create the form.
	 * @param mapper the application's JSON mapper
	 */
	public ItemJson(JsonMapper mapper) {
		this.reader = mapper.readerFor(Item.class);
		this.writer = mapper.writerFor(Item.class);
	}

	/**
	 * The key of an item.
	 * @param id the number of the item
	 * @return the key
	 */
	public String key(int id) {
		return "item:" + id;
	}

	/**
	 * Write an item.
	 * @param item the item
	 * @return its JSON
	 */
	public String write(Item item) {
		return this.writer.writeValueAsString(item);
	}

	/**
	 * Read an item.
	 * @param json what Redis has under the key
	 * @return the item, or {@code null} if others wrote something else there
	 */
	public @Nullable Item read(String json) {
		try {
			return this.reader.readValue(json);
		}
		catch (JacksonException ex) {
			logger.debug("Not an item: " + json, ex);
			return null;
		}
	}

}
