package io.uringboot.arena.contract;

import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items by price, from a real database.
 */
public abstract class AsyncDbContract {

	private final JsonMapper mapper = new JsonMapper();

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "5, 80, 7", "20, 150, 18", "100, 400, 33", "10, 50, 50" })
	void answersSoManyItemsWithinThePrices(int min, int max, int limit) {
		assertItems("/async-db?min=%d&max=%d&limit=%d".formatted(min, max, limit), min, max, limit);
	}

	@RepeatedTest(4)
	void answersWhateverPricesAreAskedFor() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		int min = random.nextInt(1, 121);
		int max = min + random.nextInt(20, 301);
		int limit = random.nextInt(1, 51);
		assertItems("/async-db?min=%d&max=%d&limit=%d".formatted(min, max, limit), min, max, limit);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/async-db", "/async-db?min=&max=&limit=", "/async-db?limit=51", "/async-db?limit=2147483647" })
	void parametersHaveDefaultsAndTheLimitABound(String target) {
		assertItems(target, 10, 50, 50);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, -2147483648 })
	void limitIsAtLeastOne(int limit) {
		assertItems("/async-db?limit=" + limit, 10, 50, 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/async-db?min=9999&max=9999&limit=50", "/async-db?min=80&max=5" })
	void answersNothingWhereNothingIs(String target) {
		Answer answer = new ArenaClient(this.port).get(target);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"items\":[],\"count\":0}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "min=x", "max=1.5", "limit=99999999999" })
	void parametersThatAreNoIntegersAreBadRequests(String query) {
		assertThat(new ArenaClient(this.port).get("/async-db?" + query).status()).isEqualTo(400);
	}

	@Test
	void itemsHaveTheFieldsOfTheContractInOrder() {
		JsonNode item = read("/async-db?limit=1").get("items").get(0);
		assertThat(item.propertyNames()).containsExactly("id", "name", "category", "price", "quantity", "active",
				"tags", "rating");
		assertThat(item.get("rating").propertyNames()).containsExactly("score", "count");
	}

	private void assertItems(String target, int min, int max, int limit) {
		JsonNode answer = read(target);
		assertThat(answer.get("count").asInt()).isEqualTo(limit);
		assertThat(answer.get("items")).hasSize(limit).allSatisfy((item) -> {
			assertThat(item.get("price").asInt()).isBetween(min, max);
			assertThat(item.get("name").asString()).endsWith(" " + item.get("id").asInt());
			assertThat(item.get("active").isBoolean()).isTrue();
			assertThat(item.get("tags").size()).isBetween(1, 4);
			assertThat(item.get("rating").get("score").asInt()).isBetween(1, 50);
		});
	}

	private JsonNode read(String target) {
		Answer answer = new ArenaClient(this.port).get(target);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		return this.mapper.readTree(answer.body());
	}

}
