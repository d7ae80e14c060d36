package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.uringboot.bench.generator.LoadResult;
import org.jspecify.annotations.Nullable;

/**
 * The table of every single run.
 */
final class RunTable {

	private static final String[] HEADER = { "round", "profile", "server", "rps", "2xx", "other", "connect", "read",
			"write", "timeout", "mean ms", "p50 ms", "p99 ms", "bytes/answer", "CPU µs/request", "server CPU",
			"core CPU", "generator CPU", "busy connections", "peak RSS MB", "remarks" };

	private static final int FIGURES = HEADER.length - 4;

	private final List<Run> runs;

	RunTable(List<Run> runs) {
		this.runs = runs;
	}

	@Override
	public String toString() {
		MarkdownTable table = new MarkdownTable(HEADER);
		for (Run run : this.runs) {
			List<String> row = new ArrayList<>(List.of(Integer.toString(run.round()), run.profile(), run.server()));
			Measurement measurement = run.measurement();
			row.addAll((measurement != null) ? figures(measurement) : Collections.nCopies(FIGURES, Figures.NONE));
			row.add(remarks(run));
			table.row(row.toArray(String[]::new));
		}
		return table.toString();
	}

	private static List<String> figures(Measurement measurement) {
		LoadResult load = measurement.load();
		return List.of(Figures.whole(measurement.requestsPerSecond()), Figures.whole(load.succeeded()),
				Figures.whole(load.otherStatus()), Figures.whole(load.errors().connect()),
				Figures.whole(load.errors().read()), Figures.whole(load.errors().write()),
				Figures.whole(load.errors().timeout()), millis(load.latency().mean()), millis(load.latency().p50()),
				millis(load.latency().p99()), Figures.whole(measurement.bytesPerResponse()),
				Figures.number(measurement.cpuMicrosPerRequest()), Figures.percent(measurement.serverUtilisation()),
				Figures.percent(measurement.coreUtilisation()), Figures.percent(measurement.generatorUtilisation()),
				share(measurement.busyConnections()), Figures.whole(measurement.peakResidentKilobytes() / 1024.0));
	}

	private static String remarks(Run run) {
		List<String> remarks = new ArrayList<>(run.remarks());
		if (run.failure() != null) {
			remarks.add(0, "failed: " + run.failure());
		}
		return String.join("; ", remarks);
	}

	private static String millis(@Nullable Double micros) {
		return (micros != null) ? Figures.number(micros / 1e3) : Figures.NONE;
	}

	private static String share(@Nullable Double share) {
		return (share != null) ? Figures.percent(share) : Figures.NONE;
	}

}
