package io.uringboot.bench.report;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MarkdownReport}.
 */
class MarkdownReportTests {

	@Test
	void tablesHoldRatiosFiguresAndEveryRun() {
		List<String> lines = lines(Reports.report(1, Reports.run("json", "native", 1, 40_000, 12.5),
				Reports.run("json", "stock", 1, 20_000, 25)));
		assertThat(lines).contains("# Paired comparison: native, stock", "## Ratios to stock")
			.contains("|json|native|2.00 (2.00–2.00)|0.50 (0.50–0.50)|2.00 (2.00–2.00)|1|")
			.contains("|json|native|1|40,000 (40,000–40,000)|12.50 (12.50–12.50)|0.45|–|40,000|0|1|115|99 %|50 %|2|")
			.contains("|1|json|stock|20,000|20,000|0|0|1|0|0|0.50|0.45|–|115|25.00|99 %|100 %|50 %|100 %|2||")
			.contains("|kernel|Linux 6.18|")
			.contains("|1|native|1,234|", "- native was killed");
	}

	@Test
	void failuresAreRowsWithTheirReason() {
		List<String> lines = lines(Reports.report(1, Run.failed("json", "native", 1, "died: exit code 7|8"),
				Reports.run("json", "stock", 1, 20_000, 25)));
		assertThat(lines).contains("|json|native|–|–|–|0|", "## Failures", "|json|native|1|died: exit code 7\\|8|")
			.anyMatch((line) -> line.startsWith("|json|native|0|failed: died: exit code 7\\|8|"))
			.anyMatch((line) -> line.endsWith("|failed: died: exit code 7\\|8|"));
	}

	@Test
	void differencesBetweenAnswersAreNamed() {
		assertThat(lines(Reports.report(1))).contains("|json|json-1|117 (3)|115 (3)|fields|")
			.contains("|json|native|`HTTP/1.1 200 ` Date, server|");
		List<String> wrong = lines(
				Reports.report(1, List.of(Reports.capture("native", 117, "status 500 instead of 200")), new Run[0]));
		assertThat(wrong).contains("|json|json-1|117 (3), wrong: status 500 instead of 200|–||");
	}

	@Test
	void disturbedRunsAreAnnouncedOnTop() {
		Measurement quiet = Reports.measurement(1, 1);
		Measurement disturbed = new Measurement(quiet.load(), 1, 1, 1, 0.5, 0.9, 0.5, 1.0, 1);
		Report report = Reports.report(1, new Run("json", "native", 1, disturbed, null, List.of()),
				new Run("json", "stock", 1, quiet, null, List.of()));
		assertThat(new MarkdownReport(report).results()).startsWith("**The machine was not quiet: in 1 of 2 runs");
	}

	@Test
	void unfinishedReportSaysSo() {
		Report report = new Report(Reports.report(3).identity(), List.of("native"), "native", List.of("json"), 3, 1,
				Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
		assertThat(lines(report)).contains("**Incomplete: 1 of 3 rounds.**").doesNotContain("## Ratios to native");
	}

	private static List<String> lines(Report report) {
		return new MarkdownReport(report).text()
			.lines()
			.map((line) -> line.replaceAll(" *\\| *", "|"))
			.map(String::strip)
			.toList();
	}

}
