package io.uringboot.bench.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The requests for items of the database by a range of prices, which every database of
 * the arena has in plenty.
 */
final class DatabaseItems {

	private static final int[] LIMITS = { 5, 10, 20, 35, 50 };

	private DatabaseItems() {
	}

	static List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		for (int limit : LIMITS) {
			exchanges.add(range("async-db-" + limit, 10, 50, limit));
		}
		return List.copyOf(exchanges);
	}

	static Exchange fifty() {
		return range("async-db-50", 10, 50, 50);
	}

	static List<Exchange> checks() {
		Random random = new Random();
		List<Exchange> checks = new ArrayList<>();
		for (int i = 1; i <= 4; i++) {
			int min = 1 + random.nextInt(120);
			checks.add(range("async-db-random-" + i, min, min + 20 + random.nextInt(281), 1 + random.nextInt(50)));
		}
		checks.add(new Exchange("async-db-default", Request.get("/async-db"),
				Items.json((list) -> Items.listFault(list, "count", 50, (item) -> fault(item, 10, 50)))));
		checks.add(new Exchange("async-db-none", Request.get("/async-db?min=9999&max=9999&limit=50"),
				Items.json((list) -> Items.listFault(list, "count", 0, Items::shapeFault))));
		return List.copyOf(checks);
	}

	private static Exchange range(String name, int min, int max, int limit) {
		return new Exchange(name, Request.get("/async-db?min=" + min + "&max=" + max + "&limit=" + limit),
				Items.json((list) -> Items.listFault(list, "count", limit, (item) -> fault(item, min, max))));
	}

	private static @Nullable String fault(JsonNode item, int min, int max) {
		String fault = Items.shapeFault(item);
		if (fault != null) {
			return fault;
		}
		int price = item.path("price").intValue();
		return (price >= min && price <= max) ? null : "price " + price + " is not from " + min + " to " + max;
	}

}
