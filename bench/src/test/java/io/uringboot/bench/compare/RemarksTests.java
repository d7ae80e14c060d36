package io.uringboot.bench.compare;

import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.report.Measurement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Remarks}.
 */
class RemarksTests {

	@Test
	void runWithoutTroubleHasNone() {
		assertThat(Remarks.of(measurement(0, 0.99, 1.0, 0.6, 0.98))).isEmpty();
	}

	@Test
	void saturatedGeneratorIsNamed() {
		assertThat(Remarks.of(measurement(0, 0.7, 0.7, 0.99, 1)))
			.containsExactly("limited by the generator: the rate understates the server");
	}

	@Test
	void foreignWorkErrorsAndIdleConnectionsAreNamed() {
		assertThat(Remarks.of(measurement(3, 0.6, 0.9, 0.5, 0.4))).containsExactly("3 connections or requests failed",
				"neither server nor generator used its processors up",
				"30 % of the server's processors went to other work",
				"on the mean only 40 % of the connections had a request under way");
	}

	private static Measurement measurement(long errors, double server, double core, double generator, double busy) {
		LoadResult load = new LoadResult("wrk", 1, 1, 0, new Errors(errors, 0, 0, 0), 1, new Latency(1.0, 1.0, 1.0),
				null);
		return new Measurement(load, 1, 1, 1, server, core, generator, busy, 1);
	}

}
