package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The answers of the servers side by side: servers that send different things do
 * different work.
 */
final class SameWork {

	private final Report report;

	SameWork(Report report) {
		this.report = report;
	}

	@Override
	public String toString() {
		return bytes() + "\n" + heads();
	}

	private MarkdownTable bytes() {
		List<String> header = new ArrayList<>(List.of("profile", "request"));
		this.report.servers().forEach((server) -> header.add(server + " bytes (content)"));
		header.add("differs in");
		MarkdownTable table = new MarkdownTable(header.toArray(String[]::new));
		exchanges().forEach((profile, names) -> names.forEach((name) -> {
			List<Capture> captures = captures(profile, name);
			List<String> row = new ArrayList<>(List.of(profile, name));
			this.report.servers().forEach((server) -> row.add(bytes(captures, server)));
			row.add(differences(captures));
			table.row(row.toArray(String[]::new));
		}));
		return table;
	}

	private Map<String, Set<String>> exchanges() {
		Map<String, Set<String>> exchanges = new LinkedHashMap<>();
		for (Capture capture : this.report.captures()) {
			exchanges.computeIfAbsent(capture.profile(), (profile) -> new LinkedHashSet<>()).add(capture.exchange());
		}
		return exchanges;
	}

	private List<Capture> captures(String profile, String exchange) {
		return this.report.captures()
			.stream()
			.filter((capture) -> capture.profile().equals(profile) && capture.exchange().equals(exchange))
			.toList();
	}

	private static String bytes(List<Capture> captures, String server) {
		for (Capture capture : captures) {
			if (capture.server().equals(server)) {
				String bytes = Figures.whole(capture.wireBytes()) + " (" + Figures.whole(capture.contentBytes()) + ")";
				return (capture.fault() != null) ? bytes + ", wrong: " + capture.fault() : bytes;
			}
		}
		return Figures.NONE;
	}

	private static String differences(List<Capture> captures) {
		List<String> differences = new ArrayList<>();
		addIfDifferent(differences, "status line", captures, Capture::statusLine);
		addIfDifferent(differences, "fields", captures, Capture::sortedFieldNames);
		addIfDifferent(differences, "content", captures, Capture::contentBytes);
		return String.join(", ", differences);
	}

	private static void addIfDifferent(List<String> differences, String what, List<Capture> captures,
			Function<Capture, @Nullable Object> aspect) {
		if (captures.stream().map(aspect).map(Objects::toString).distinct().count() > 1) {
			differences.add(what);
		}
	}

	private MarkdownTable heads() {
		MarkdownTable table = new MarkdownTable("profile", "server", "status line and fields");
		for (String profile : this.report.profiles()) {
			for (String server : this.report.servers()) {
				Set<String> heads = new LinkedHashSet<>();
				for (Capture capture : this.report.captures()) {
					if (capture.profile().equals(profile) && capture.server().equals(server)) {
						heads.add("`" + capture.statusLine() + "` " + String.join(", ", capture.fieldNames()));
					}
				}
				heads.forEach((head) -> table.row(profile, server, head));
			}
		}
		return table;
	}

}
