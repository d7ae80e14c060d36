package io.uringboot.bench.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The requests for JSON lists of the data set, compressed or not.
 */
final class JsonItems {

	private static final int[][] COUNT_AND_MULTIPLIER = { { 1, 3 }, { 5, 7 }, { 10, 2 }, { 15, 5 }, { 25, 4 },
			{ 40, 8 }, { 50, 6 } };

	private static final int[][] COMPRESSED = { { 25, 4 }, { 40, 8 }, { 50, 6 } };

	private static final HeaderField ENCODINGS = new HeaderField("Accept-Encoding", "gzip, br");

	private JsonItems() {
	}

	static List<Exchange> exchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		for (int[] pair : COUNT_AND_MULTIPLIER) {
			exchanges.add(plain("json-" + pair[0], pair[0], pair[1]));
		}
		return List.copyOf(exchanges);
	}

	/**
	 * The whole data set.
	 */
	static Exchange all() {
		return plain("json-all", 50, 1);
	}

	/**
	 * Lists that no answer can be prepared for.
	 */
	static List<Exchange> randomExchanges() {
		Random random = new Random();
		List<Exchange> exchanges = new ArrayList<>();
		for (int i = 1; i <= 4; i++) {
			exchanges.add(plain("json-random-" + i, 1 + random.nextInt(50), 2 + random.nextInt(96)));
		}
		exchanges
			.add(new Exchange("json-default", Request.get("/json/3"), Items.json((list) -> listFault(list, 3, 1))));
		return List.copyOf(exchanges);
	}

	static List<Exchange> compressedExchanges() {
		List<Exchange> exchanges = new ArrayList<>();
		for (int[] pair : COMPRESSED) {
			exchanges.add(compressed("json-comp-" + pair[0], pair[0], pair[1]));
		}
		return List.copyOf(exchanges);
	}

	/**
	 * Random lists compressed, and that nothing is compressed unasked.
	 */
	static List<Exchange> compressionChecks() {
		Random random = new Random();
		List<Exchange> checks = new ArrayList<>();
		for (int i = 1; i <= 3; i++) {
			checks.add(compressed("json-comp-random-" + i, 20 + random.nextInt(31), 2 + random.nextInt(88)));
		}
		checks.addAll(randomExchanges());
		return List.copyOf(checks);
	}

	private static Exchange plain(String name, int count, int multiplier) {
		return new Exchange(name, Request.get(target(count, multiplier)),
				Items.json((list) -> listFault(list, count, multiplier)));
	}

	private static Exchange compressed(String name, int count, int multiplier) {
		return new Exchange(name, Request.get(target(count, multiplier), ENCODINGS),
				Expectation.status(200)
					.and(JsonItems::notCompressed)
					.and(Items.encodedJson((list) -> listFault(list, count, multiplier))));
	}

	private static @Nullable String notCompressed(Answer answer) {
		return (answer.field("Content-Encoding") != null) ? null : "not compressed although gzip and br were offered";
	}

	private static String target(int count, int multiplier) {
		return "/json/" + count + "?m=" + multiplier;
	}

	private static @Nullable String listFault(JsonNode list, int count, int multiplier) {
		return Items.listFault(list, "count", count, (item) -> Items.totalFault(item, multiplier));
	}

}
