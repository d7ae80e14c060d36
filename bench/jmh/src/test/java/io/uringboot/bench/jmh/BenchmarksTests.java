package io.uringboot.bench.jmh;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTests {

	@Test
	void everyBenchmarkRuns() throws RunnerException {
		Options once = new OptionsBuilder().mode(Mode.SingleShotTime)
			.forks(0)
			.warmupIterations(0)
			.measurementIterations(1)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build();
		Set<String> run = new Runner(once).run()
			.stream()
			.map((result) -> result.getParams().getBenchmark())
			.collect(Collectors.toSet());
		assertThat(run).isNotEmpty().containsExactlyInAnyOrderElementsOf(all());
	}

	private static Set<String> all() {
		OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
		return BenchmarkList.defaultList()
			.getAll(silent, List.of())
			.stream()
			.map(BenchmarkListEntry::getUsername)
			.collect(Collectors.toSet());
	}

}
