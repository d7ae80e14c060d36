package io.uringboot.bench.report;

import java.util.List;

import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompressionScore}.
 */
class CompressionScoreTests {

	@Test
	void bytesCountBySquare() {
		List<CompressionScore> scores = CompressionScore
			.of(Reports.report(1, run("native", 1000, 2000), run("stock", 1000, 1000)));
		assertThat(scores).extracting(CompressionScore::server).containsExactly("native", "stock");
		assertThat(scores.get(0).effectiveRate().median()).isEqualTo(250);
		assertThat(scores.get(0).ratio()).isEqualTo(new Spread(0.25, 0.25, 0.25));
		assertThat(scores.get(1).effectiveRate().median()).isEqualTo(1000);
		assertThat(scores.get(1).ratio()).isNull();
	}

	@Test
	void roundsInWhichAServerFailedDoNotCount() {
		assertThat(CompressionScore
			.of(Reports.report(1, run("native", 1, 1), Run.failed("json-comp", "stock", 1, "wrong")))).isEmpty();
		assertThat(CompressionScore.of(Reports.report(1, Reports.run("json", "native", 1, 1, 1)))).isEmpty();
	}

	private static Run run(String server, double rate, double bytes) {
		LoadResult load = new LoadResult("wrk", 1, (long) rate, 0, new Errors(0, 0, 0, 0), (long) (rate * bytes),
				Latency.UNKNOWN, null);
		return new Run("json-comp", server, 1, new Measurement(load, rate, bytes, 1, 1, 1, 1, null, 1), null,
				List.of());
	}

}
