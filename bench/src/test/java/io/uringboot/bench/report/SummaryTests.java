package io.uringboot.bench.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Summary}.
 */
class SummaryTests {

	@Test
	void ratiosPairTheRunsOfARound() {
		Summary summary = Summary
			.of(Reports.report(3, Reports.run("json", "native", 1, 200, 5), Reports.run("json", "stock", 1, 100, 20),
					Reports.run("json", "stock", 2, 10, 40), Reports.run("json", "native", 2, 40, 20),
					Reports.run("json", "native", 3, 300, 5), Reports.run("json", "stock", 3, 100, 40)));
		Summary.Ratio ratio = summary.ratios().get(0);
		assertThat(summary.ratios()).hasSize(1);
		assertThat(ratio.pairs()).isEqualTo(3);
		assertThat(ratio.requestsPerSecond()).isEqualTo(new Spread(3, 2, 4));
		assertThat(ratio.cpuPerRequest()).isEqualTo(new Spread(0.25, 0.125, 0.5));
		assertThat(ratio.requestsPerCpuSecond()).isEqualTo(new Spread(4, 2, 8));
	}

	@Test
	void runThatDoesNotCountTakesItsPairAlong() {
		Run wrong = new Run("json", "native", 1, Reports.measurement(9999, 1), "wrong", List.of());
		Summary summary = Summary.of(Reports.report(2, wrong, Reports.run("json", "stock", 1, 100, 10),
				Reports.run("json", "native", 2, 200, 5), Reports.run("json", "stock", 2, 100, 10)));
		assertThat(summary.ratios().get(0).pairs()).isOne();
		assertThat(summary.ratios().get(0).requestsPerSecond()).isEqualTo(new Spread(2, 2, 2));
		Summary.Cell cell = summary.cells().get(0);
		assertThat(cell.counted()).isOne();
		assertThat(cell.requestsPerSecond()).isEqualTo(new Spread(200, 200, 200));
		assertThat(cell.failures()).containsExactly("wrong");
		assertThat(cell.errors()).isEqualTo(2);
	}

	@Test
	void percentileThatWasNotToldIsAbsent() {
		Summary.Cell cell = Summary.of(Reports.report(1, Reports.run("json", "native", 1, 200, 5))).cells().get(0);
		assertThat(cell.p50Micros()).isEqualTo(new Spread(450, 450, 450));
		assertThat(cell.p99Micros()).isNull();
	}

	@Test
	void reportIsCleanOnlyWhenEveryRunIsThereAndCounts() {
		Run one = Reports.run("json", "native", 1, 1, 1);
		Run other = Reports.run("json", "stock", 1, 1, 1);
		assertThat(Reports.report(1, one, other).isClean()).isTrue();
		assertThat(Reports.report(1, one).isClean()).isFalse();
		assertThat(Reports.report(1, one, Run.failed("json", "stock", 1, "died")).isClean()).isFalse();
		assertThat(Reports.report(2, List.of(), one, other).isClean()).isFalse();
	}

}
