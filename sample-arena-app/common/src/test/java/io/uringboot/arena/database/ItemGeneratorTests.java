package io.uringboot.arena.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ItemGeneratorTests {

	private static final String ALL = new ItemGenerator().next(Integer.MAX_VALUE);

	private static final List<String[]> ROWS = ALL.lines().map((line) -> line.split("\t")).toList();

	@Test
	void rowsAreTheSameEverywhere() throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(ALL.getBytes(StandardCharsets.UTF_8));
		assertThat(HexFormat.of().formatHex(digest))
			.isEqualTo("8bb196e808aa4368588930772d33b972e5a683d3d2be4d1e11623210fe91f45a");
		assertThat(ALL).startsWith(
				"1\tBrass Hinge 1\telectronics\t249\t885\tf\t[\"new\", \"fast\", \"premium\", \"limited\"]\t33\t3\n");
	}

	@Test
	void rowsDoNotDependOnHowManyAreTakenAtOnce() {
		ItemGenerator generator = new ItemGenerator();
		StringBuilder pieces = new StringBuilder();
		String piece;
		while (!(piece = generator.next(777)).isEmpty()) {
			pieces.append(piece);
		}
		assertThat(pieces).hasToString(ALL);
	}

	@Test
	void columnsHaveTheDistributionsOfTheArena() {
		assertThat(ROWS).hasSize(100_000).allSatisfy((row) -> assertThat(row).hasSize(9));
		assertThat(mean((row) -> Long.parseLong(row[3]))).isBetween(248.0, 253.0);
		assertThat(mean((row) -> Long.parseLong(row[4]))).isBetween(497.0, 504.0);
		assertThat(mean((row) -> row[5].equals("t") ? 1 : 0)).isBetween(0.49, 0.51);
		assertThat(mean((row) -> row[6].split(",").length)).isBetween(2.48, 2.52);
		assertThat(mean((row) -> Long.parseLong(row[7]))).isBetween(25.2, 25.8);
		assertThat(mean((row) -> Long.parseLong(row[8]))).isBetween(248.0, 253.0);
		assertThat(shares(2)).hasSize(10).allSatisfy((category, rows) -> assertThat(rows).isBetween(9_600L, 10_400L));
		assertThat(shares(3)).hasSize(500);
	}

	private static double mean(ToLongFunction<String[]> column) {
		return ROWS.stream().mapToLong(column).average().orElseThrow();
	}

	private static Map<String, Long> shares(int column) {
		return ROWS.stream().collect(Collectors.groupingBy((row) -> row[column], Collectors.counting()));
	}

}
