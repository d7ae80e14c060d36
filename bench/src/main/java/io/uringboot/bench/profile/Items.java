package io.uringboot.bench.profile;

import java.io.IOException;
import java.util.function.Function;

import io.uringboot.bench.http.ContentCodings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is right about answers that hold items, whatever data set or database the server
 * has.
 */
public final class Items {

	private static final JsonMapper MAPPER = new JsonMapper();

	private Items() {
	}

	/**
	 * Expects status 200 and JSON without content coding that a function finds nothing
	 * wrong with.
	 * @param fault tells what is wrong
	 * @return the expectation
	 */
	public static Expectation json(Function<JsonNode, @Nullable String> fault) {
		return json(200, fault);
	}

	/**
	 * The same with another status.
	 * @param status the status code
	 * @param fault tells what is wrong
	 * @return the expectation
	 */
	public static Expectation json(int status, Function<JsonNode, @Nullable String> fault) {
		return Expectation.status(status).and(ContentCodings::faultIfEncoded).and(encodedJson(fault));
	}

	/**
	 * Expects JSON, with or without content coding.
	 */
	static Expectation encodedJson(Function<JsonNode, @Nullable String> fault) {
		return Expectation.type("application/json").and((answer) -> {
			JsonNode content;
			try {
				content = MAPPER.readTree(ContentCodings.decode(answer));
			}
			catch (JacksonException ex) {
				return "content is not JSON: " + ex.getOriginalMessage();
			}
			catch (IOException ex) {
				return ex.getMessage();
			}
			return fault.apply(content);
		});
	}

	/**
	 * Judges a list whose size stands in a field beside it.
	 * @param list the list
	 * @param countField the name of that field
	 * @param count the size
	 * @param itemFault tells what is wrong with an item
	 * @return what is wrong, or {@code null} if nothing is
	 */
	public static @Nullable String listFault(JsonNode list, String countField, int count,
			Function<JsonNode, @Nullable String> itemFault) {
		JsonNode items = list.path("items");
		if (list.path(countField).asInt(-1) != count || !items.isArray() || items.size() != count) {
			return "not " + count + " items with their number as " + countField;
		}
		return itemsFault(items, itemFault);
	}

	private static @Nullable String itemsFault(JsonNode items, Function<JsonNode, @Nullable String> itemFault) {
		for (int i = 0; i < items.size(); i++) {
			String fault = itemFault.apply(items.get(i));
			if (fault != null) {
				return "item " + (i + 1) + ": " + fault;
			}
		}
		return null;
	}

	/**
	 * Judges the shape of an item.
	 * @param item the item
	 * @return what is wrong, or {@code null} if nothing is
	 */
	public static @Nullable String shapeFault(JsonNode item) {
		boolean shape = item.path("id").isInt() && item.path("name").isString() && item.path("category").isString()
				&& item.path("price").isInt() && item.path("quantity").isInt() && item.path("active").isBoolean()
				&& item.path("tags").isArray() && item.path("rating").path("score").isInt()
				&& item.path("rating").path("count").isInt();
		return shape ? null : "a field is missing or of another type";
	}

	static @Nullable String totalFault(JsonNode item, int multiplier) {
		String fault = shapeFault(item);
		if (fault != null) {
			return fault;
		}
		long total = (long) item.path("price").intValue() * item.path("quantity").intValue() * multiplier;
		return (item.path("total").asLong(-1) == total) ? null : "total is not price × quantity × " + multiplier;
	}

}
