package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The arena's score of compressed JSON, in which bytes count as well as answers: the rate
 * times the square of the fewest bytes of any server by its own, round by round.
 *
 * @param server the server
 * @param effectiveRate the score
 * @param ratio the score by the reference's, {@code null} for the reference itself
 * @param bytesPerResponse bytes of an answer, head included
 */
record CompressionScore(String server, Spread effectiveRate, @Nullable Spread ratio, Spread bytesPerResponse) {

	static final String PROFILE = "json-comp";

	/**
	 * Scores the servers of a report that have a round in which all servers counted:
	 * without one of them the fewest bytes would be of other servers.
	 */
	static List<CompressionScore> of(Report report) {
		List<Integer> rounds = new ArrayList<>();
		for (int round = 1; round <= report.roundsDone(); round++) {
			int counted = measurements(report, round).size();
			if (counted > 0 && counted == report.servers().size()) {
				rounds.add(round);
			}
		}
		if (rounds.isEmpty()) {
			return List.of();
		}
		List<Double> references = scores(report, report.reference(), rounds);
		List<CompressionScore> scores = new ArrayList<>();
		for (String server : report.servers()) {
			List<Double> own = scores(report, server, rounds);
			List<Double> ratios = new ArrayList<>();
			for (int i = 0; i < own.size(); i++) {
				ratios.add(own.get(i) / references.get(i));
			}
			scores.add(new CompressionScore(server, Spread.of(own),
					server.equals(report.reference()) ? null : Spread.of(ratios),
					Spread.of(rounds.stream().map((round) -> bytes(report, server, round)).toList())));
		}
		return List.copyOf(scores);
	}

	private static List<Double> scores(Report report, String server, List<Integer> rounds) {
		List<Double> scores = new ArrayList<>();
		for (int round : rounds) {
			double fewest = measurements(report, round).stream()
				.mapToDouble(Measurement::bytesPerResponse)
				.min()
				.orElseThrow();
			scores.add(measurement(report, server, round).requestsPerSecond()
					* Math.pow(fewest / bytes(report, server, round), 2));
		}
		return scores;
	}

	private static double bytes(Report report, String server, int round) {
		return measurement(report, server, round).bytesPerResponse();
	}

	private static Measurement measurement(Report report, String server, int round) {
		return Objects.requireNonNull(Summary.counted(report, PROFILE, server, round));
	}

	private static List<Measurement> measurements(Report report, int round) {
		return report.servers()
			.stream()
			.map((server) -> Summary.counted(report, PROFILE, server, round))
			.filter(Objects::nonNull)
			.toList();
	}

}
