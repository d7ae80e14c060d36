package io.uringboot.bench.report;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReportFiles}.
 */
class ReportFilesTests {

	@TempDir
	private Path folder;

	@Test
	void writesMarkdownAndJson() throws IOException {
		new ReportFiles(this.folder).write(Reports.report(1, Reports.run("json", "native", 1, 40_000, 12.5),
				Run.failed("json", "stock", 1, "died")));
		assertThat(this.folder.resolve("report.md")).content().startsWith("# Paired comparison");
		JsonNode json = new JsonMapper().readTree(this.folder.resolve("report.json").toFile());
		JsonNode runs = json.path("report").path("runs");
		assertThat(runs.path(0).path("measurement").path("cpuMicrosPerRequest").doubleValue()).isEqualTo(12.5);
		assertThat(runs.path(0).path("measurement").path("load").path("succeeded").longValue()).isEqualTo(40_000);
		assertThat(runs.path(1).path("failure").stringValue()).isEqualTo("died");
		assertThat(json.path("report").path("captures").path(0).path("wireBytes").intValue()).isEqualTo(117);
		JsonNode cell = json.path("summary").path("cells").path(0);
		assertThat(cell.path("requestsPerSecond").path("median").doubleValue()).isEqualTo(40_000);
		assertThat(cell.path("p99Micros").isNull()).isTrue();
	}

}
