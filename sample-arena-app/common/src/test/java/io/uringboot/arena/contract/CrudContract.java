package io.uringboot.arena.contract;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Items listed, read through the cache, created and changed. Items that are written are
 * beyond those that the database begins with, a random one each time.
 */
public abstract class CrudContract {

	private static final String JSON = "Content-Type: application/json";

	private final JsonMapper mapper = new JsonMapper();

	private final int id = ThreadLocalRandom.current().nextInt(200_000, Integer.MAX_VALUE);

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "category=electronics&page=1&limit=5, electronics, 1, 5",
			"category=office&page=07&limit=10, office, 7, 10", "page=0&limit=0, electronics, 1, 1",
			"page=-5&limit=51, electronics, 1, 50", "limit=, electronics, 1, 10" })
	void listsAPageOfACategory(String query, String category, int page, int limit) {
		JsonNode answer = read("/crud/items?" + query);
		assertThat(answer.propertyNames()).containsExactly("items", "total", "page", "limit");
		assertThat(answer.get("total").asInt()).isEqualTo(limit);
		assertThat(answer.get("page").asInt()).isEqualTo(page);
		assertThat(answer.get("limit").asInt()).isEqualTo(limit);
		assertThat(answer.get("items")).hasSize(limit)
			.allSatisfy((item) -> assertThat(item.get("category").asString()).isEqualTo(category))
			.allSatisfy((item) -> assertThat(item.get("rating").get("count").asInt()).isPositive());
	}

	@Test
	void pagesFollowOneAnother() {
		JsonNode whole = read("/crud/items?category=toys&limit=20").get("items");
		JsonNode second = read("/crud/items?category=toys&limit=10&page=2").get("items");
		assertThat(second.get(0)).isEqualTo(whole.get(10));
		assertThat(second.get(9)).isEqualTo(whole.get(19));
	}

	@ParameterizedTest
	@ValueSource(strings = { "category=nothing", "page=2147483647&limit=50" })
	void listOfNothingIsEmpty(String query) {
		JsonNode answer = read("/crud/items?" + query);
		assertThat(answer.get("items")).isEmpty();
		assertThat(answer.get("total").asInt()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "00042, 42", "50000, 50000", "100000, 100000" })
	void readsAnItem(String path, int id) {
		JsonNode item = read("/crud/items/" + path);
		assertThat(item.get("id").asInt()).isEqualTo(id);
		assertThat(item.propertyNames()).containsExactly("id", "name", "category", "price", "quantity", "active",
				"tags", "rating");
	}

	@Test
	void secondReadIsFromTheCacheUntilItsTimeIsOver() {
		create(this.id);
		assertThat(cache(this.id)).isEqualTo("MISS");
		// Awaited for a machine that pauses for longer than the time to live
		awaitCache("HIT");
		// Reading does not prolong it
		awaitCache("MISS");
		awaitCache("HIT");
	}

	@Test
	void createAnswersWhatIsReadAfterwards() {
		Answer answer = create(this.id);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.text()).isEqualTo(
				"""
						{"id":%d,"name":"New Product","category":"test","price":150,"quantity":30,"active":true,"tags":["bench"],\
						"rating":{"score":0,"count":0}}"""
					.formatted(this.id));
		assertThat(client().get("/crud/items/" + this.id).text()).isEqualTo(answer.text());
	}

	@Test
	void createOverAnItemChangesItAndForgetsTheCachedOne() {
		create(this.id);
		assertThat(cache(this.id)).isEqualTo("MISS");
		Answer answer = client().post("/crud/items",
				"{\"id\":%d,\"name\":\"Newer\",\"category\":\"other\",\"price\":1,\"quantity\":2}".formatted(this.id),
				JSON);
		assertThat(answer.status()).isEqualTo(201);
		JsonNode item = read("/crud/items/" + this.id);
		assertThat(item.get("name").asString()).isEqualTo("Newer");
		assertThat(item.get("price").asInt()).isEqualTo(1);
		assertThat(item.get("category").asString()).isEqualTo("test");
	}

	@Test
	void changeForgetsTheCachedItem() {
		create(this.id);
		assertThat(cache(this.id)).isEqualTo("MISS");
		int price = ThreadLocalRandom.current().nextInt(1, 1000);
		Answer answer = put(this.id,
				"{\"name\":\"Updated Product\",\"category\":\"test\",\"price\":%d,\"quantity\":25}".formatted(price));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo(
				"{\"id\":%d,\"name\":\"Updated Product\",\"price\":%d,\"quantity\":25}".formatted(this.id, price));
		Answer next = client().get("/crud/items/" + this.id);
		assertThat(next.field("X-Cache")).isEqualTo("MISS");
		assertThat(this.mapper.readTree(next.body()).get("price").asInt()).isEqualTo(price);
	}

	@Test
	void namesMayHaveAnyCharacters() {
		String name = "\\u30c6\\u30b9\\u30c8 \\ud83d\\ude00 '\\\"; DROP TABLE items";
		Answer answer = client().post("/crud/items",
				"{\"id\":%d,\"name\":\"%s\",\"category\":\"x\",\"price\":1,\"quantity\":2}".formatted(this.id, name),
				JSON);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(read("/crud/items/" + this.id).get("name").asString())
			.isEqualTo("\u30c6\u30b9\u30c8 \ud83d\ude00 '\"; DROP TABLE items");
	}

	@Test
	void itemsThatAreNotThereAreNotFound() {
		assertThat(client().get("/crud/items/" + this.id).status()).isEqualTo(404);
		assertThat(put(this.id, "{\"name\":\"x\",\"price\":1,\"quantity\":1}").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/crud/items/x", "/crud/items/1.5", "/crud/items/99999999999", "/crud/items?page=x",
			"/crud/items?limit=1.5", "/crud/items?category=a%00b" })
	void parametersThatMakeNoSenseAreBadRequests(String target) {
		assertThat(client().get(target).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "null", "{\"id\":1,\"name\":\"x\",\"category\":\"x\",\"price\":1}",
			"{\"id\":1,\"name\":\"x\",\"category\":\"x\",\"price\":\"y\",\"quantity\":1}",
			"{\"id\":1,\"name\":null,\"category\":\"x\",\"price\":1,\"quantity\":1}",
			"{\"id\":1,\"name\":\"a\\u0000b\",\"category\":\"x\",\"price\":1,\"quantity\":1}",
			"{\"id\":1,\"name\":\"x\",\"category\":\"x\",\"price\":99999999999,\"quantity\":1}" })
	void bodiesThatAreNoItemsAreBadRequests(String body) {
		assertThat(client().post("/crud/items", body, JSON).status()).isEqualTo(400);
		assertThat(put(1, body).status()).isEqualTo(400);
	}

	private void awaitCache(String expected) {
		await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> cache(this.id), expected::equals);
	}

	private Answer create(int id) {
		return client().post("/crud/items",
				"{\"id\":%d,\"name\":\"New Product\",\"category\":\"test\",\"price\":150,\"quantity\":30}"
					.formatted(id),
				JSON);
	}

	private Answer put(int id, String body) {
		return client()
			.send(ArenaClient.head("PUT", "/crud/items/" + id, JSON, "Content-Length: " + body.length()) + body);
	}

	private String cache(int id) {
		Answer answer = client().get("/crud/items/" + id);
		assertThat(answer.status()).isEqualTo(200);
		return answer.field("X-Cache");
	}

	private JsonNode read(String target) {
		Answer answer = client().get(target);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		return this.mapper.readTree(answer.body());
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

}
