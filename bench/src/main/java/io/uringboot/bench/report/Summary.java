package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A report's runs summarised over the rounds.
 *
 * @param cells one for each profile and server
 * @param ratios one for each profile and server but the reference
 */
public record Summary(List<Cell> cells, List<Ratio> ratios) {

	/**
	 * A profile on a server.
	 *
	 * @param profile the profile
	 * @param server the server
	 * @param counted how many runs count
	 * @param requestsPerSecond right answers per second
	 * @param cpuMicrosPerRequest processor time of the server per right answer
	 * @param p50Micros median time of an answer
	 * @param p99Micros 99th percentile
	 * @param succeeded right answers in all runs that count
	 * @param otherStatus other answers in all runs
	 * @param errors connections and requests that failed in all runs
	 * @param bytesPerResponse bytes of an answer
	 * @param serverUtilisation the server's share of its processors
	 * @param generatorUtilisation the generator's share of its processors
	 * @param peakResidentKilobytes peak of resident memory
	 * @param failures reasons of the runs that do not count, each once
	 */
	public record Cell(String profile, String server, int counted, @Nullable Spread requestsPerSecond,
			@Nullable Spread cpuMicrosPerRequest, @Nullable Spread p50Micros, @Nullable Spread p99Micros,
			long succeeded, long otherStatus, long errors, @Nullable Spread bytesPerResponse,
			@Nullable Spread serverUtilisation, @Nullable Spread generatorUtilisation,
			@Nullable Spread peakResidentKilobytes, List<String> failures) {
	}

	/**
	 * A server against the reference, from the rounds in which both counted.
	 *
	 * @param profile the profile
	 * @param server the server
	 * @param reference the reference
	 * @param pairs how many rounds
	 * @param requestsPerSecond its rate by the reference's
	 * @param cpuPerRequest its processor time per request by the reference's
	 * @param requestsPerCpuSecond the inverse: how many times the requests for the same
	 * processor time
	 */
	public record Ratio(String profile, String server, String reference, int pairs, @Nullable Spread requestsPerSecond,
			@Nullable Spread cpuPerRequest, @Nullable Spread requestsPerCpuSecond) {
	}

	/**
	 * Summarises.
	 * @param report the report
	 * @return the summary
	 */
	public static Summary of(Report report) {
		List<Cell> cells = new ArrayList<>();
		List<Ratio> ratios = new ArrayList<>();
		for (String profile : report.profiles()) {
			for (String server : report.servers()) {
				cells.add(cell(report, profile, server));
				if (!server.equals(report.reference())) {
					ratios.add(ratio(report, profile, server));
				}
			}
		}
		return new Summary(List.copyOf(cells), List.copyOf(ratios));
	}

	private static Cell cell(Report report, String profile, String server) {
		List<Run> runs = runs(report, profile, server).toList();
		List<Measurement> counted = runs.stream().map(Summary::counted).filter(Objects::nonNull).toList();
		List<Measurement> all = runs.stream().map(Run::measurement).filter(Objects::nonNull).toList();
		List<String> failures = runs.stream().map(Run::failure).filter(Objects::nonNull).distinct().toList();
		return new Cell(profile, server, counted.size(), spread(counted, Measurement::requestsPerSecond),
				spread(counted, Measurement::cpuMicrosPerRequest),
				spread(counted, (measurement) -> orNaN(measurement.load().latency().p50())),
				spread(counted, (measurement) -> orNaN(measurement.load().latency().p99())),
				counted.stream().mapToLong((measurement) -> measurement.load().succeeded()).sum(),
				all.stream().mapToLong((measurement) -> measurement.load().otherStatus()).sum(),
				all.stream().mapToLong((measurement) -> measurement.load().errors().total()).sum(),
				spread(counted, Measurement::bytesPerResponse), spread(counted, Measurement::serverUtilisation),
				spread(counted, Measurement::generatorUtilisation), spread(counted, Measurement::peakResidentKilobytes),
				failures);
	}

	private static Ratio ratio(Report report, String profile, String server) {
		List<Double> rates = new ArrayList<>();
		List<Double> costs = new ArrayList<>();
		for (int round = 1; round <= report.roundsDone(); round++) {
			Measurement its = counted(report, profile, server, round);
			Measurement references = counted(report, profile, report.reference(), round);
			if (its != null && references != null) {
				rates.add(its.requestsPerSecond() / references.requestsPerSecond());
				costs.add(its.cpuMicrosPerRequest() / references.cpuMicrosPerRequest());
			}
		}
		if (rates.isEmpty()) {
			return new Ratio(profile, server, report.reference(), 0, null, null, null);
		}
		return new Ratio(profile, server, report.reference(), rates.size(), Spread.of(rates), Spread.of(costs),
				Spread.of(costs.stream().map((cost) -> 1 / cost).toList()));
	}

	private static Stream<Run> runs(Report report, String profile, String server) {
		return report.runs().stream().filter((run) -> run.profile().equals(profile) && run.server().equals(server));
	}

	static @Nullable Measurement counted(Report report, String profile, String server, int round) {
		return runs(report, profile, server).filter((run) -> run.round() == round)
			.map(Summary::counted)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Measurement counted(Run run) {
		return (run.failure() == null) ? run.measurement() : null;
	}

	private static @Nullable Spread spread(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
		List<Double> values = measurements.stream()
			.map(figure::applyAsDouble)
			.filter((value) -> !value.isNaN())
			.collect(Collectors.toList());
		return values.isEmpty() ? null : Spread.of(values);
	}

	private static double orNaN(@Nullable Double value) {
		return (value != null) ? value : Double.NaN;
	}

}
