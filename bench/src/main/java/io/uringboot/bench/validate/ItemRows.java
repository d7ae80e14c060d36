package io.uringboot.bench.validate;

import java.util.function.Function;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.profile.Expectation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Expectations about items that come from the database, whose values are not known here.
 */
final class ItemRows {

	private ItemRows() {
	}

	/**
	 * Expects JSON with status 200 that meets a condition.
	 */
	static Expectation json(Function<JsonNode, @Nullable String> condition) {
		return Expectation.ok("application/json").and((answer) -> judge(answer, condition));
	}

	static @Nullable String judge(Answer answer, Function<JsonNode, @Nullable String> condition) {
		try {
			return condition.apply(MountedDataset.read(answer));
		}
		catch (JacksonException ex) {
			return "content is not JSON: " + ex.getOriginalMessage();
		}
	}

	/**
	 * Judges a list whose size stands in a field beside it.
	 */
	static @Nullable String list(JsonNode list, String countField, int count) {
		JsonNode items = list.path("items");
		if (!items.isArray() || items.size() != count || list.path(countField).asInt(-1) != count) {
			return "not " + count + " items with their number as " + countField;
		}
		for (JsonNode item : items) {
			String fault = item(item);
			if (fault != null) {
				return fault;
			}
		}
		return null;
	}

	/**
	 * Judges the shape of an item.
	 */
	static @Nullable String item(JsonNode item) {
		boolean shape = item.path("id").isInt() && item.path("name").isString() && item.path("category").isString()
				&& item.path("price").isInt() && item.path("quantity").isInt() && item.path("active").isBoolean()
				&& item.path("tags").isArray() && item.path("rating").path("score").isInt()
				&& item.path("rating").path("count").isInt();
		return shape ? null : "a field of the item is missing or of another type";
	}

}
