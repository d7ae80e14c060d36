package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table in Markdown, padded so that it can be read as text, too. Columns of figures are
 * aligned to the right.
 */
final class MarkdownTable {

	/** Prose longer than this sticks out rather than widening its column for all rows. */
	private static final int MAX_WIDTH = 40;

	/** A number with its unit or range, or none. */
	private static final Pattern FIGURE = Pattern.compile("–|\\d[\\d,.]*( %| \\([\\d,.–]+\\))?");

	private final List<String> header;

	private final List<List<String>> rows = new ArrayList<>();

	MarkdownTable(String... header) {
		this.header = List.of(header);
	}

	void row(String... cells) {
		this.rows.add(Arrays.stream(cells).map((cell) -> cell.replace("|", "\\|").replace('\n', ' ')).toList());
	}

	@Override
	public String toString() {
		List<String> lines = new ArrayList<>();
		lines.add(line(this.header));
		lines.add(rule());
		this.rows.forEach((row) -> lines.add(line(row)));
		return String.join("\n", lines) + "\n";
	}

	private String line(List<String> row) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < row.size(); column++) {
			String cell = row.get(column);
			String padding = " ".repeat(Math.max(0, width(column) - cell.length()));
			cells.add(holdsFigures(column) ? padding + cell : cell + padding);
		}
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
	}

	private String rule() {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < this.header.size(); column++) {
			cells.add("-".repeat(width(column) + 1) + (holdsFigures(column) ? ":" : "-"));
		}
		return cells.stream().collect(Collectors.joining("|", "|", "|"));
	}

	private int width(int column) {
		int width = this.header.get(column).length();
		for (List<String> row : this.rows) {
			width = Math.max(width, Math.min(row.get(column).length(), MAX_WIDTH));
		}
		return width;
	}

	private boolean holdsFigures(int column) {
		return this.rows.stream().map((row) -> row.get(column)).allMatch((cell) -> FIGURE.matcher(cell).matches());
	}

}
