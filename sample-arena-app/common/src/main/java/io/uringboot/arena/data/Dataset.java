package io.uringboot.arena.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.arena.ArenaProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * The data set, read once at start-up.
 *
 * @param items its items in the order of the file
 */
public record Dataset(List<Item> items) {

	private static final Log logger = LogFactory.getLog(Dataset.class);

	private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {
	};

	public Dataset {
		items = List.copyOf(items);
	}

	/**
	 * Read the data set: the one mounted in the data folder, otherwise the application's
	 * own.
	 * @param properties where to look
	 * @param mapper the application's JSON mapper
	 * @return the data set
	 */
	public static Dataset read(ArenaProperties properties, JsonMapper mapper) {
		Path mounted = properties.mounted("dataset.json");
		Resource resource = (mounted != null) ? new FileSystemResource(mounted) : new ClassPathResource("dataset.json");
		logger.info("Reading the data set from " + resource);
		try (InputStream stream = resource.getInputStream()) {
			return new Dataset(mapper.readValue(stream, ITEMS));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Process the first items.
	 * @param count how many; brought into the range from 0 to the size of the data set
	 * @param multiplier the factor of their totals
	 * @return the processed items
	 */
	public ProcessedItems process(int count, int multiplier) {
		int size = Math.max(0, Math.min(count, this.items.size()));
		List<ProcessedItem> processed = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			processed.add(ProcessedItem.of(this.items.get(i), multiplier));
		}
		return new ProcessedItems(processed, size);
	}

}
