package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Items;
import io.uringboot.bench.profile.Request.Framing;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Items listed, read through a cache, made and changed.
 */
final class CrudSuite implements Suite {

	private static final List<HeaderField> JSON = List.of(new HeaderField("Content-Type", "application/json"));

	// That of the contract and some more, to be on the safe side
	private static final Duration TIME_TO_LIVE = Duration.ofMillis(250);

	private static final int ATTEMPTS = 5;

	@Override
	public void run(Server server, Checklist checks) {
		lists(server, checks);
		reads(server, checks);
		int fresh = server.between(200_001, 900_000);
		int price = server.between(1, 500);
		checks.check("POST of " + fresh + " is created",
				() -> server.http().ask(create(fresh, price), Items.json(201, (item) -> value(item, "id", fresh))));
		checks.check("what was created can be read",
				() -> server.http().ask(get(fresh), Items.json((item) -> value(item, "price", price))));
		checks.check("POST of an id that exists changes it", () -> {
			String fault = server.http().ask(create(fresh, price + 1), Expectation.status(201));
			return (fault != null) ? fault
					: server.http().ask(get(fresh), Items.json((item) -> value(item, "price", price + 1)));
		});
		checks.check("PUT drops what is cached", () -> update(server, fresh, price + 2));
		checks.check("PUT of an unknown item", () -> server.http().ask(put(999_999, 1), Expectation.status(404)));
		checks.check("POST of no JSON", () -> server.http()
			.ask(new Request("POST", "/crud/items", JSON, Framing.LENGTH, bytes("{\"id\":")), Expectation.status(400)));
		checks.check("PUT of no JSON",
				() -> server.http()
					.ask(new Request("PUT", "/crud/items/" + fresh, JSON, Framing.LENGTH, bytes("nothing")),
							Expectation.status(400)));
	}

	private static void lists(Server server, Checklist checks) {
		list(server, checks, "/crud/items?category=electronics&page=1&limit=5", 1, 5);
		list(server, checks, "/crud/items", 1, 10);
		int page = server.between(2, 10);
		list(server, checks, "/crud/items?category=office&page=0" + page + "&limit=10", page, 10);
		list(server, checks, "/crud/items?category=toys&page=0&limit=99", 1, 50);
		checks.check("an unknown category is empty",
				() -> server.http()
					.ask(Request.get("/crud/items?category=none"),
							Items.json((list) -> Items.listFault(list, "total", 0, Items::shapeFault))));
	}

	private static void list(Server server, Checklist checks, String target, int page, int limit) {
		checks.check("GET " + target, () -> server.http().ask(Request.get(target), Items.json((list) -> {
			String fault = Items.listFault(list, "total", limit, Items::shapeFault);
			fault = (fault != null) ? fault : value(list, "page", page);
			return (fault != null) ? fault : value(list, "limit", limit);
		})));
	}

	private static void reads(Server server, Checklist checks) {
		checks.check("GET /crud/items/1", () -> server.http().ask(get(1), Items.json((item) -> value(item, "id", 1))));
		checks.check("GET twice is MISS, HIT", () -> {
			int id = server.between(100, 50_000);
			String fault = cache(server.http().answer(get(id)), "MISS");
			return (fault != null) ? fault : hit(server, id);
		});
		checks.check("what is cached lives for 200 ms, whether it is read or not", () -> {
			int id = server.between(50_001, 90_000);
			server.http().answer(get(id));
			Pause.of(TIME_TO_LIVE.dividedBy(2));
			server.http().answer(get(id));
			Pause.of(TIME_TO_LIVE.dividedBy(2));
			return cache(server.http().answer(get(id)), "MISS");
		});
		checks.check("a number with leading zeros",
				() -> server.http().ask(Request.get("/crud/items/00042"), Items.json((item) -> value(item, "id", 42))));
		checks.check("an unknown item", () -> server.http().ask(get(999_999), Expectation.status(404)));
	}

	private static @Nullable String update(Server server, int id, int price) throws IOException {
		server.http().answer(get(id));
		String fault = hit(server, id);
		if (fault != null) {
			return "before: " + fault;
		}
		fault = server.http().ask(put(id, price), Items.json((item) -> value(item, "price", price)));
		if (fault != null) {
			return fault;
		}
		Answer answer = server.http().answer(get(id));
		fault = cache(answer, "MISS");
		return (fault != null) ? fault : Items.json((item) -> value(item, "price", price)).fault(answer);
	}

	/**
	 * Reads an item that was read just before. On a busy machine its time may be over, so
	 * one hit of some will do.
	 */
	private static @Nullable String hit(Server server, int id) throws IOException {
		String fault = null;
		for (int i = 0; i < ATTEMPTS; i++) {
			fault = cache(server.http().answer(get(id)), "HIT");
			if (fault == null) {
				return null;
			}
		}
		return fault;
	}

	private static @Nullable String cache(Answer answer, String expected) {
		String fault = Items.json(Items::shapeFault).fault(answer);
		String value = answer.field("X-Cache");
		return (fault != null || expected.equals(value)) ? fault : "X-Cache " + value + " instead of " + expected;
	}

	private static @Nullable String value(JsonNode node, String field, int expected) {
		int value = node.path(field).asInt(Integer.MIN_VALUE);
		return (value == expected) ? null : field + " " + node.path(field) + " instead of " + expected;
	}

	private static Request get(int id) {
		return Request.get("/crud/items/" + id);
	}

	private static Request create(int id, int price) {
		return new Request("POST", "/crud/items", JSON, Framing.LENGTH, bytes("{\"id\":" + id
				+ ",\"name\":\"New Product\",\"category\":\"test\",\"price\":" + price + ",\"quantity\":30}"));
	}

	private static Request put(int id, int price) {
		return new Request("PUT", "/crud/items/" + id, JSON, Framing.LENGTH,
				bytes("{\"name\":\"Updated Product\",\"category\":\"test\",\"price\":" + price + ",\"quantity\":25}"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
