package io.uringboot.bench.report;

import java.util.List;
import java.util.Map;

/**
 * A report for reading.
 */
public final class MarkdownReport {

	private final Report report;

	private final Summary summary;

	/**
	 * Renders a report.
	 * @param report the report
	 */
	public MarkdownReport(Report report) {
		this.report = report;
		this.summary = Summary.of(report);
	}

	/**
	 * Returns the whole report.
	 * @return Markdown
	 */
	public String text() {
		StringBuilder text = new StringBuilder("# Paired comparison: ").append(String.join(", ", this.report.servers()))
			.append("\n\n");
		if (this.report.roundsDone() < this.report.rounds()) {
			text.append("**Incomplete: ")
				.append(this.report.roundsDone())
				.append(" of ")
				.append(this.report.rounds())
				.append(" rounds.**\n\n");
		}
		text.append(results());
		text.append("## Identity\n\n").append(identity());
		text.append("## Load\n\n").append(loads());
		text.append("## Every run\n\n").append(new RunTable(this.report.runs())).append('\n');
		text.append("## Same work\n\n").append(new SameWork(this.report)).append('\n');
		text.append("## Starts\n\n").append(starts());
		return text.toString();
	}

	/**
	 * Returns only the tables of results.
	 * @return Markdown
	 */
	public String results() {
		StringBuilder text = new StringBuilder(quietness());
		if (!this.summary.ratios().isEmpty()) {
			text.append("## Ratios to ").append(this.report.reference()).append("\n\n").append(ratios()).append('\n');
		}
		List<CompressionScore> scores = CompressionScore.of(this.report);
		if (!scores.isEmpty()) {
			text.append("## Score of ")
				.append(CompressionScore.PROFILE)
				.append("\n\n")
				.append(scores(scores))
				.append('\n');
		}
		text.append("## Profiles\n\n").append(cells()).append('\n');
		List<Run> failed = this.report.runs().stream().filter((run) -> run.failure() != null).toList();
		if (!this.report.incidents().isEmpty()) {
			text.append("## Incidents\n\n");
			this.report.incidents().forEach((incident) -> text.append("- ").append(incident).append('\n'));
			text.append('\n');
		}
		if (!failed.isEmpty()) {
			text.append("## Failures\n\n");
			MarkdownTable table = new MarkdownTable("profile", "server", "round", "reason");
			failed.forEach((run) -> table.row(run.profile(), run.server(), Integer.toString(run.round()),
					String.valueOf(run.failure())));
			text.append(table).append('\n');
		}
		return text.toString();
	}

	private String quietness() {
		long disturbed = this.report.runs()
			.stream()
			.map(Run::measurement)
			.filter((measurement) -> measurement != null && measurement.foreignUtilisation() > Measurement.FOREIGN_WORK)
			.count();
		return (disturbed == 0) ? "" : "**The machine was not quiet: in " + disturbed + " of "
				+ this.report.runs().size() + " runs other work took its share of the server's processors.**\n\n";
	}

	private MarkdownTable ratios() {
		MarkdownTable table = new MarkdownTable("profile", "server", "rps", "CPU per request",
				"requests per CPU second", "pairs");
		this.summary.ratios()
			.forEach((ratio) -> table.row(ratio.profile(), ratio.server(), Figures.spread(ratio.requestsPerSecond()),
					Figures.spread(ratio.cpuPerRequest()), Figures.spread(ratio.requestsPerCpuSecond()),
					Integer.toString(ratio.pairs())));
		return table;
	}

	private static MarkdownTable scores(List<CompressionScore> scores) {
		MarkdownTable table = new MarkdownTable("server", "effective rps (min–max)", "by the reference",
				"bytes/answer");
		scores.forEach((score) -> table.row(score.server(), Figures.spread(score.effectiveRate()),
				Figures.spread(score.ratio()), Figures.spread(score.bytesPerResponse())));
		return table;
	}

	private MarkdownTable cells() {
		MarkdownTable table = new MarkdownTable("profile", "server", "runs", "rps (min–max)",
				"CPU µs/request (min–max)", "p50 ms", "p99 ms", "2xx", "other", "errors", "bytes/answer", "server CPU",
				"generator CPU", "peak RSS MB");
		for (Summary.Cell cell : this.summary.cells()) {
			if (cell.counted() == 0) {
				String reason = cell.failures().isEmpty() ? "not run" : String.join("; ", cell.failures());
				table.row(cell.profile(), cell.server(), "0", "failed: " + reason, Figures.NONE, Figures.NONE,
						Figures.NONE, "0", Long.toString(cell.otherStatus()), Long.toString(cell.errors()),
						Figures.NONE, Figures.NONE, Figures.NONE, Figures.NONE);
				continue;
			}
			table.row(cell.profile(), cell.server(), Integer.toString(cell.counted()),
					Figures.spread(cell.requestsPerSecond()), Figures.spread(cell.cpuMicrosPerRequest()),
					Figures.median(cell.p50Micros(), 1e3), Figures.median(cell.p99Micros(), 1e3),
					Figures.whole(cell.succeeded()), Figures.whole(cell.otherStatus()), Figures.whole(cell.errors()),
					Figures.wholeMedian(cell.bytesPerResponse(), 1), Figures.percent(cell.serverUtilisation()),
					Figures.percent(cell.generatorUtilisation()),
					Figures.wholeMedian(cell.peakResidentKilobytes(), 1024));
		}
		return table;
	}

	private String identity() {
		StringBuilder text = new StringBuilder();
		MarkdownTable table = new MarkdownTable("what", "value");
		this.report.identity().forEach(table::row);
		text.append(table).append('\n');
		for (Map.Entry<String, Map<String, String>> server : this.report.serverIdentities().entrySet()) {
			MarkdownTable its = new MarkdownTable(server.getKey(), "value");
			server.getValue().forEach(its::row);
			text.append(its).append('\n');
		}
		return text.toString();
	}

	private String loads() {
		MarkdownTable table = new MarkdownTable("profile", "load");
		this.report.loads().forEach(table::row);
		return table + "\n";
	}

	private String starts() {
		MarkdownTable table = new MarkdownTable("round", "server", "ready after ms");
		this.report.starts()
			.forEach((start) -> table.row(Integer.toString(start.round()), start.server(),
					Figures.whole(start.readyMillis())));
		return table.toString();
	}

}
