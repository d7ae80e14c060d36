package io.uringboot.bench.compare;

import java.io.PrintStream;
import java.util.Locale;

import io.uringboot.bench.report.Measurement;
import io.uringboot.bench.report.Run;

/**
 * Tells the person at the terminal how far it is.
 */
final class Progress {

	private final PrintStream out;

	Progress(PrintStream out) {
		this.out = out;
	}

	void say(String line) {
		this.out.println(line);
	}

	void say(Run run) {
		StringBuilder line = new StringBuilder("  ").append(run.profile()).append(" on ").append(run.server());
		Measurement measurement = run.measurement();
		if (measurement != null) {
			line.append(String.format(Locale.ROOT, ": %,.0f rps, %.2f µs/request", measurement.requestsPerSecond(),
					measurement.cpuMicrosPerRequest()));
		}
		if (run.failure() != null) {
			line.append(": FAILED, ").append(run.failure());
		}
		run.remarks().forEach((remark) -> line.append("; ").append(remark));
		this.out.println(line);
	}

}
