package io.uringboot.bench.validate;

import io.uringboot.bench.profile.Items;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Items by price from the database.
 */
final class AsyncDbSuite implements Suite {

	private static final int[][] FIXED = { { 5, 80, 7 }, { 20, 150, 18 }, { 100, 400, 33 }, { 10, 50, 50 } };

	@Override
	public void run(Server server, Checklist checks) {
		for (int[] range : FIXED) {
			check(server, checks, range[0], range[1], range[2]);
		}
		for (int i = 0; i < 4; i++) {
			int min = server.between(1, 120);
			check(server, checks, min, min + server.between(20, 300), server.between(1, 50));
		}
		ask(server, checks, "/async-db?min=9999&max=9999&limit=50", 0);
		ask(server, checks, "/async-db", 50);
		ask(server, checks, "/async-db?min=10&max=50&limit=500", 50);
		ask(server, checks, "/async-db?min=10&max=50&limit=0", 1);
	}

	private static void ask(Server server, Checklist checks, String target, int count) {
		checks.check("GET " + target + " answers " + count, () -> server.http()
			.ask(Request.get(target), Items.json((list) -> Items.listFault(list, "count", count, Items::shapeFault))));
	}

	private static void check(Server server, Checklist checks, int min, int max, int limit) {
		Request request = Request.get("/async-db?min=" + min + "&max=" + max + "&limit=" + limit);
		checks.check("GET " + request.target(), () -> server.http().ask(request, Items.json((list) -> {
			String fault = Items.listFault(list, "count", limit, Items::shapeFault);
			return (fault != null) ? fault : priceFault(list, min, max);
		})));
	}

	private static @Nullable String priceFault(JsonNode list, int min, int max) {
		for (JsonNode item : list.path("items")) {
			int price = item.path("price").intValue();
			if (price < min || price > max) {
				return "price " + price;
			}
		}
		return null;
	}

}
