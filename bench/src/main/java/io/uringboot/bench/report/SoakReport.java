package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.uringboot.bench.generator.LoadResult;

/**
 * What a soak has found.
 *
 * @param server the server
 * @param fresh what the server held before the first load
 * @param rows all loads
 * @param faults what is wrong, empty if all is well
 */
public record SoakReport(String server, SoakReading fresh, List<SoakRow> rows, List<String> faults) {

	/**
	 * Returns the report for reading.
	 * @return Markdown
	 */
	public String text() {
		MarkdownTable table = new MarkdownTable("round", "profile", "connections", "2xx", "other", "errors", "RSS MB",
				"descriptors", "connections held", "threads", "error lines", "failure");
		List<String> first = new ArrayList<>(List.of("0", "fresh"));
		first.addAll(Collections.nCopies(4, Figures.NONE));
		first.addAll(holdings(this.fresh));
		first.add("");
		table.row(first.toArray(String[]::new));
		this.rows.forEach((row) -> table.row(cells(row).toArray(String[]::new)));
		StringBuilder text = new StringBuilder("# Soak: ").append(this.server).append("\n\n").append(table);
		text.append(this.faults.isEmpty() ? "\nNo faults: the server is as it was, and answers.\n" : "\n## Faults\n\n");
		this.faults.forEach((fault) -> text.append("- ").append(fault).append('\n'));
		return text.toString();
	}

	private static List<String> cells(SoakRow row) {
		List<String> cells = new ArrayList<>(
				List.of(Integer.toString(row.round()), row.profile(), Integer.toString(row.connections())));
		LoadResult load = row.load();
		cells.addAll((load != null) ? List.of(Figures.whole(load.succeeded()), Figures.whole(load.otherStatus()),
				Figures.whole(load.errors().total())) : Collections.nCopies(3, Figures.NONE));
		SoakReading after = row.after();
		cells.addAll((after != null) ? holdings(after) : Collections.nCopies(5, Figures.NONE));
		cells.add((row.failure() != null) ? row.failure() : "");
		return cells;
	}

	private static List<String> holdings(SoakReading reading) {
		return List.of(Figures.whole(reading.residentKilobytes() / 1024.0), Figures.whole(reading.descriptors()),
				Figures.whole(reading.connections()), Figures.whole(reading.threads()),
				Figures.whole(reading.errorLines()));
	}

}
