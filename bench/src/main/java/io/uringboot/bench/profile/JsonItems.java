package io.uringboot.bench.profile;

import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.http.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests for JSON lists and what is right about an answer: the shape of every item
 * and its {@code total}, whatever data set the server has.
 */
final class JsonItems {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final int[][] COUNT_AND_MULTIPLIER = { { 1, 3 }, { 5, 7 }, { 10, 2 }, { 15, 5 }, { 25, 4 },
			{ 40, 8 }, { 50, 6 } };

	private JsonItems() {
	}

	static List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		for (int[] pair : COUNT_AND_MULTIPLIER) {
			int count = pair[0];
			int multiplier = pair[1];
			exchanges.add(new Exchange("json-" + count, Request.get("/json/" + count + "?m=" + multiplier),
					Expectation.ok("application/json").and((answer) -> fault(answer, count, multiplier))));
		}
		return List.copyOf(exchanges);
	}

	private static @Nullable String fault(Answer answer, int count, int multiplier) {
		if (answer.field("Content-Encoding") != null) {
			return "Content-Encoding " + answer.field("Content-Encoding") + " although none was offered";
		}
		JsonNode list;
		try {
			list = MAPPER.readTree(answer.body());
		}
		catch (JacksonException ex) {
			return "content is not JSON: " + ex.getOriginalMessage();
		}
		JsonNode items = list.path("items");
		if (list.path("count").asInt(-1) != count || !items.isArray() || items.size() != count) {
			return "not " + count + " items with their count";
		}
		for (int i = 0; i < count; i++) {
			String fault = itemFault(items.get(i), multiplier);
			if (fault != null) {
				return "item " + (i + 1) + ": " + fault;
			}
		}
		return null;
	}

	private static @Nullable String itemFault(JsonNode item, int multiplier) {
		boolean shape = item.path("id").isInt() && item.path("name").isString() && item.path("category").isString()
				&& item.path("price").isInt() && item.path("quantity").isInt() && item.path("active").isBoolean()
				&& item.path("tags").isArray() && item.path("rating").path("score").isInt()
				&& item.path("rating").path("count").isInt();
		if (!shape) {
			return "a field is missing or of another type";
		}
		long total = (long) item.path("price").intValue() * item.path("quantity").intValue() * multiplier;
		return (item.path("total").asLong(-1) == total) ? null : "total is not price × quantity × " + multiplier;
	}

}
