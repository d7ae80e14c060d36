package io.uringboot.bench.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.uringboot.bench.http.ContentCodings;
import io.uringboot.bench.profile.Expectation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A data set of 50 items.
 *
 * @param items the items
 */
record MountedDataset(ArrayNode items) {

	static final int SIZE = 50;

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final List<String> NAMES = List.of("Alpha Widget", "Core Relay", "Edge Link", "Flex Module",
			"Hyper Node", "Nano Gadget", "Prime Gear", "Pro Valve", "Swift Switch", "Ultra Driver");

	private static final List<String> CATEGORIES = List.of("electronics", "tools", "books", "clothing", "sports",
			"toys", "home", "garden", "office", "auto");

	private static final List<String> TAGS = List.of("compact", "eco", "fast", "heavy-duty", "limited", "new",
			"popular", "premium", "sale", "wireless");

	static MountedDataset random(Random random) {
		ArrayNode items = MAPPER.createArrayNode();
		for (int i = 0; i < SIZE; i++) {
			ObjectNode item = items.addObject();
			item.put("id", i + 1).put("name", NAMES.get(i % NAMES.size())).put("category", CATEGORIES.get(i / 5));
			item.put("price", 1 + random.nextInt(500)).put("quantity", 1 + random.nextInt(100));
			item.put("active", random.nextBoolean());
			List<String> tags = new ArrayList<>(TAGS);
			Collections.shuffle(tags, random);
			ArrayNode chosen = item.putArray("tags");
			tags.subList(0, 1 + random.nextInt(4)).forEach(chosen::add);
			item.putObject("rating").put("score", 1 + random.nextInt(50)).put("count", 5 + random.nextInt(485));
		}
		return new MountedDataset(items);
	}

	byte[] toBytes() {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this.items);
	}

	/**
	 * Expects the first items with their totals, uncompressed.
	 */
	Expectation first(int count, int multiplier) {
		return Expectation.ok("application/json").and((answer) -> {
			String fault = ContentCodings.faultIfEncoded(answer);
			return (fault != null) ? fault : fault(answer.body(), count, multiplier);
		});
	}

	/**
	 * Judges content that should be the first items with their totals.
	 */
	@Nullable String fault(byte[] content, int count, int multiplier) {
		ObjectNode expected = MAPPER.createObjectNode();
		ArrayNode list = expected.putArray("items");
		for (int i = 0; i < count; i++) {
			ObjectNode item = (ObjectNode) this.items.get(i).deepCopy();
			item.put("total", (long) item.get("price").intValue() * item.get("quantity").intValue() * multiplier);
			list.add(item);
		}
		expected.put("count", count);
		try {
			// Both from text, so that numbers of a value are of a type
			JsonNode wanted = MAPPER.readTree(MAPPER.writeValueAsBytes(expected));
			return wanted.equals(MAPPER.readTree(content)) ? null : "not the first " + count
					+ " items of the data set with price × quantity × " + multiplier + " as total";
		}
		catch (JacksonException ex) {
			return "content is not JSON: " + ex.getOriginalMessage();
		}
	}

}
