package io.uringboot.bench.report;

import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.process.CpuTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Measurement}.
 */
class MeasurementTests {

	@Test
	void dividesByRightAnswersAndByWhatProcessorsOffer() {
		LoadResult load = new LoadResult("wrk", 10, 990_000, 10_000, new Errors(0, 0, 0, 0), 115_000_000,
				new Latency(500.0, 450.0, 900.0), null);
		Measurement measurement = Measurement.of(load, new CpuTime(10_000_000_000L, 9.9, 12, 5), 2, 1, 64, 1024);
		assertThat(measurement.requestsPerSecond()).isEqualTo(99_000);
		assertThat(measurement.bytesPerResponse()).isEqualTo(115);
		assertThat(measurement.cpuMicrosPerRequest()).isCloseTo(10, within(1e-9));
		assertThat(measurement.serverUtilisation()).isCloseTo(0.495, within(1e-9));
		assertThat(measurement.coreUtilisation()).isCloseTo(0.6, within(1e-9));
		assertThat(measurement.foreignUtilisation()).isCloseTo(0.105, within(1e-9));
		assertThat(measurement.generatorUtilisation()).isCloseTo(0.5, within(1e-9));
		// 100,000 answers per second of half a millisecond: 50 under way.
		assertThat(measurement.busyConnections()).isCloseTo(50.0 / 64, within(1e-9));
	}

	@Test
	void noAnswerIsNotDividedBy() {
		LoadResult load = new LoadResult("wrk", 1, 0, 0, new Errors(64, 0, 0, 0), 0, Latency.UNKNOWN, null);
		Measurement measurement = Measurement.of(load, new CpuTime(1_000_000_000L, 0.5, 1, 1), 1, 1, 64, 1024);
		assertThat(measurement.cpuMicrosPerRequest()).isFinite();
		assertThat(measurement.bytesPerResponse()).isZero();
		assertThat(measurement.busyConnections()).isNull();
	}

}
