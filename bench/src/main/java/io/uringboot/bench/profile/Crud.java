package io.uringboot.bench.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reading, listing, creating and updating items of the database: fifteen reads, three
 * updates, a list and a creation.
 */
final class Crud {

	private static final String UPDATE = "{\"name\":\"Updated Product\",\"category\":\"test\",\"price\":200,"
			+ "\"quantity\":25}";

	/** Beyond the ids of the load's creations, so that a load leaves it alone. */
	private static final int CHECKED_ID = 9_000_001;

	private Crud() {
	}

	static List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		exchanges.add(new Exchange("read", Request.get("/crud/items/{RAND:1:50000}"), Items.json(Items::shapeFault)));
		exchanges.addAll(Collections.nCopies(14, exchanges.get(0)));
		Exchange update = new Exchange("update", Request.json("PUT", "/crud/items/{RAND:1:50000}", UPDATE),
				Items.json((item) -> product(item, "Updated Product", 200, 25)));
		exchanges.addAll(Collections.nCopies(3, update));
		exchanges.add(new Exchange("list", Request.get("/crud/items?category=office&page={RAND:1:10}&limit=10"),
				Items.json((page) -> page(page, "office", 10))));
		exchanges.add(new Exchange("create",
				Request.json("POST", "/crud/items",
						"{\"id\":{SEQ:100001},\"name\":\"New Product\",\"category\":\"test\",\"price\":150,"
								+ "\"quantity\":30}"),
				Items.json(201, (item) -> product(item, "New Product", 150, 30))));
		return List.copyOf(exchanges);
	}

	static List<Exchange> checks() {
		String target = "/crud/items/" + CHECKED_ID;
		Function<JsonNode, @Nullable String> created = (item) -> product(item, "Checked Product", 7, 3);
		Function<JsonNode, @Nullable String> updated = (item) -> product(item, "Updated Product", 200, 25);
		Expectation miss = Expectation.field("X-Cache", "MISS");
		Expectation hit = Expectation.field("X-Cache", "HIT");
		return List.of(
				new Exchange("list-5", Request.get("/crud/items?category=electronics&page=1&limit=5"),
						Items.json((page) -> page(page, "electronics", 5))),
				new Exchange("first", Request.get("/crud/items/1"),
						Items.json((item) -> (item.path("id").asInt() == 1) ? Items.shapeFault(item) : "another item")),
				new Exchange("absent", Request.get("/crud/items/999999999"), Expectation.status(404)),
				new Exchange("update-absent", Request.json("PUT", "/crud/items/999999999", UPDATE),
						Expectation.status(404)),
				new Exchange("create-checked",
						Request.json("POST", "/crud/items",
								"{\"id\":" + CHECKED_ID + ",\"name\":\"Checked Product\",\"category\":\"test\","
										+ "\"price\":7,\"quantity\":3}"),
						Items.json(201, created)),
				new Exchange("read-miss", Request.get(target), Items.json(created).and(miss)),
				new Exchange("read-hit", Request.get(target), Items.json(created).and(hit)),
				new Exchange("update-checked", Request.json("PUT", target, UPDATE), Items.json(updated)),
				new Exchange("read-updated", Request.get(target), Items.json(updated).and(miss)));
	}

	private static @Nullable String product(JsonNode item, String name, int price, int quantity) {
		boolean right = item.path("name").asString("").equals(name) && item.path("price").asInt() == price
				&& item.path("quantity").asInt() == quantity;
		return right ? null : "not name " + name + ", price " + price + " and quantity " + quantity;
	}

	private static @Nullable String page(JsonNode page, String category, int size) {
		if (page.path("page").asInt(-1) < 1 || page.path("limit").asInt(-1) != size) {
			return "no page and limit of " + size;
		}
		return Items.listFault(page, "total", size, (item) -> {
			String fault = Items.shapeFault(item);
			return (fault != null) ? fault
					: item.path("category").asString("").equals(category) ? null : "not of category " + category;
		});
	}

}
