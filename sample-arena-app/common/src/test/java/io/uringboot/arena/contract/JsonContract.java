package io.uringboot.arena.contract;

import java.util.stream.Collectors;

import io.uringboot.arena.data.Dataset;
import io.uringboot.arena.data.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items of the data set as JSON. The expected text is put together here, so that the
 * order of the fields, the white space and the width of numbers count.
 */
public abstract class JsonContract {

	@LocalServerPort
	private int port;

	@Autowired
	private Dataset dataset;

	@ParameterizedTest
	@CsvSource({ "1, 3", "5, 7", "10, 2", "15, 5", "25, 4", "40, 8", "50, 6" })
	void answersSoManyItemsWithTheirTotals(int count, int multiplier) {
		Answer answer = new ArenaClient(this.port).get("/json/" + count + "?m=" + multiplier);
		assertItems(answer, count, multiplier);
		assertThat(answer.field("Content-Encoding")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/json/12", "/json/12?m=", "/json/12?n=5" })
	void multiplierIsOneUnlessGiven(String target) {
		assertItems(new ArenaClient(this.port).get(target), 12, 1);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-1, 0", "-2147483648, 0", "51, 50", "2147483647, 50" })
	void countIsBroughtIntoRange(int requested, int answered) {
		assertItems(new ArenaClient(this.port).get("/json/" + requested + "?m=2"), answered, 2);
	}

	@Test
	void totalsExceedThirtyTwoBits() {
		assertItems(new ArenaClient(this.port).get("/json/50?m=2147483647"), 50, Integer.MAX_VALUE);
	}

	private void assertItems(Answer answer, int count, int multiplier) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		String items = this.dataset.items()
			.stream()
			.limit(count)
			.map((item) -> json(item, multiplier))
			.collect(Collectors.joining(","));
		assertThat(answer.text()).isEqualTo("{\"items\":[" + items + "],\"count\":" + count + "}");
	}

	private static String json(Item item, int multiplier) {
		String tags = item.tags().stream().map((tag) -> '"' + tag + '"').collect(Collectors.joining(","));
		return """
				{"id":%d,"name":"%s","category":"%s","price":%d,"quantity":%d,"active":%b,"tags":[%s],\
				"rating":{"score":%d,"count":%d},"total":%d}""".formatted(item.id(), item.name(), item.category(),
				item.price(), item.quantity(), item.active(), tags, item.rating().score(), item.rating().count(),
				(long) item.price() * item.quantity() * multiplier);
	}

}
