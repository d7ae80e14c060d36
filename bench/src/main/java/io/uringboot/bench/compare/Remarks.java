package io.uringboot.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.uringboot.bench.report.Measurement;

/**
 * What makes figures less than they seem.
 */
final class Remarks {

	private static final double SATURATED = 0.95;

	private static final double BUSY_CONNECTIONS = 0.75;

	private Remarks() {
	}

	static List<String> of(Measurement measurement) {
		List<String> remarks = new ArrayList<>();
		if (measurement.load().errors().total() > 0) {
			remarks.add(measurement.load().errors().total() + " connections or requests failed");
		}
		if (measurement.serverUtilisation() < SATURATED) {
			remarks.add((measurement.generatorUtilisation() >= SATURATED)
					? "limited by the generator: the rate understates the server"
					: "neither server nor generator used its processors up");
		}
		double foreign = measurement.foreignUtilisation();
		if (foreign > Measurement.FOREIGN_WORK) {
			remarks.add(
					String.format(Locale.ROOT, "%.0f %% of the server's processors went to other work", foreign * 100));
		}
		Double busy = measurement.busyConnections();
		if (busy != null && busy < BUSY_CONNECTIONS) {
			remarks.add(String.format(Locale.ROOT,
					"on the mean only %.0f %% of the connections had a request under way", busy * 100));
		}
		return remarks;
	}

}
