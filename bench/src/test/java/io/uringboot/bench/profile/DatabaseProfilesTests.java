package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the expectations of {@link DatabaseItems}, {@link Crud} and {@link Fortunes}.
 */
class DatabaseProfilesTests {

	@Test
	void rangeMustHaveItsCountAndPrices() {
		Expectation five = expectation("async-db", "async-db-5");
		assertThat(five.fault(json(200, list(5, 10)))).isNull();
		assertThat(five.fault(json(200, list(4, 10)))).contains("5 items");
		assertThat(five.fault(json(200, list(5, 9)))).isEqualTo("item 1: price 9 is not from 10 to 50");
		assertThat(five.fault(json(200, list(5, 10).replace("\"tags\":[]", "\"tags\":\"\"")))).contains("another type");
		Expectation none = expectation("async-db", "async-db-none");
		assertThat(none.fault(json(200, "{\"items\":[],\"count\":0}"))).isNull();
		assertThat(none.fault(json(200, list(1, 10)))).isNotNull();
	}

	@Test
	void crudIsTwentyRequestsOfWhichFifteenRead() {
		List<String> names = Profiles.named("crud").exchanges().stream().map(Exchange::name).toList();
		assertThat(names).hasSize(20).filteredOn("read"::equals).hasSize(15);
		assertThat(names).filteredOn("update"::equals).hasSize(3);
	}

	@Test
	void cacheMustMissHitAndForget() {
		String created = item(1, 7).replace("\"name\":\"n\"", "\"name\":\"Checked Product\"");
		Expectation hit = expectation("crud", "read-hit");
		assertThat(hit.fault(json(200, created, new HeaderField("X-Cache", "HIT")))).isNull();
		assertThat(hit.fault(json(200, created, new HeaderField("X-Cache", "MISS"))))
			.isEqualTo("X-Cache MISS instead of HIT");
		assertThat(hit.fault(json(200, created))).isEqualTo("X-Cache null instead of HIT");
		assertThat(expectation("crud", "read-updated").fault(json(200, created, new HeaderField("X-Cache", "MISS"))))
			.contains("Updated Product");
	}

	@Test
	void pageCreationAndAbsenceAreJudged() {
		String page = "{\"items\":[" + item(1, 5) + "],\"total\":5,\"page\":1,\"limit\":5}";
		assertThat(expectation("crud", "list-5").fault(json(200, page))).contains("not 5 items");
		String product = "{\"name\":\"New Product\",\"price\":150,\"quantity\":30}";
		assertThat(expectation("crud", "create").fault(json(201, product))).isNull();
		assertThat(expectation("crud", "create").fault(json(200, product))).isEqualTo("status 200 instead of 201");
		assertThat(expectation("crud", "absent").fault(json(404, "{}"))).isNull();
		assertThat(expectation("crud", "absent").fault(json(200, "{}"))).isNotNull();
	}

	@Test
	void fortunesMustBeAllThereAndEscaped() {
		String page = "<!DOCTYPE html><table>" + "<tr><td>&lt;script&gt;</td></tr>".repeat(202)
				+ "Additional fortune added at request time.</table>" + " ".repeat(18_432);
		Expectation fortunes = expectation("fortunes", "fortunes");
		assertThat(fortunes.fault(html(page))).isNull();
		assertThat(fortunes.fault(html(page.replace("&lt;script&gt;", "<script>alert(1)")))).isEqualTo("not escaped");
		assertThat(fortunes.fault(html(page.replaceFirst("<!DOCTYPE html>", "")))).isEqualTo("no doctype");
		assertThat(fortunes.fault(html(page.replaceAll("Additional", "Other")))).contains("missing");
		assertThat(fortunes.fault(html(page.replaceFirst("(<tr>.*?</tr>){3}", "")))).isEqualTo("199 rows");
		assertThat(fortunes.fault(html(page.strip()))).isNotNull();
	}

	private static Expectation expectation(String profile, String exchange) {
		List<Exchange> all = new ArrayList<>(Profiles.named(profile).exchanges());
		all.addAll(Profiles.named(profile).checks());
		return all.stream()
			.filter((candidate) -> candidate.name().equals(exchange))
			.findFirst()
			.orElseThrow()
			.expectation();
	}

	private static String list(int count, int price) {
		List<String> items = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			items.add(item(i, price));
		}
		return "{\"items\":[" + String.join(",", items) + "],\"count\":" + count + "}";
	}

	private static String item(int id, int price) {
		return "{\"id\":" + id + ",\"name\":\"n\",\"category\":\"c\",\"price\":" + price
				+ ",\"quantity\":3,\"active\":true,\"tags\":[],\"rating\":{\"score\":1,\"count\":2}}";
	}

	private static Answer html(String page) {
		return answer(200, "text/html;charset=utf-8", page);
	}

	private static Answer json(int status, String content, HeaderField... more) {
		return answer(status, "application/json", content, more);
	}

	private static Answer answer(int status, String type, String content, HeaderField... more) {
		List<HeaderField> fields = new ArrayList<>(List.of(more));
		fields.add(new HeaderField("Content-Type", type));
		return new Answer(status, "HTTP/1.1 " + status, fields, content.getBytes(StandardCharsets.UTF_8), 1);
	}

}
