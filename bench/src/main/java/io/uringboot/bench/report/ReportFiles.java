package io.uringboot.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a report to a folder.
 */
public final class ReportFiles {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Path folder;

	/**
	 * Writes to a folder.
	 * @param folder the folder, which exists
	 */
	public ReportFiles(Path folder) {
		this.folder = folder;
	}

	/**
	 * Writes {@code report.md} and {@code report.json}, replacing earlier ones.
	 * @param report the report
	 * @throws IOException if they cannot be written
	 */
	public void write(Report report) throws IOException {
		Files.writeString(this.folder.resolve("report.md"), new MarkdownReport(report).text());
		Files.writeString(this.folder.resolve("report.json"),
				MAPPER.writeValueAsString(new Document(report, Summary.of(report))) + "\n");
	}

	/**
	 * The JSON document.
	 *
	 * @param report everything found
	 * @param summary what the tables show
	 */
	private record Document(Report report, Summary summary) {
	}

}
