package io.uringboot.bench.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.generator.Generators;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.generator.ScriptedGenerator;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.FakeArena;
import io.uringboot.bench.profile.FakeLoad;
import io.uringboot.bench.profile.Ports;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.report.SoakReading;
import io.uringboot.bench.report.SoakReport;
import io.uringboot.bench.report.SoakRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Soak} with fake servers and a fake generator.
 */
class SoakTests {

	private static final String GOOD_LOAD = "echo '" + ScriptedGenerator.RESULT + "'";

	private static final Limits LIMITS = new Limits(0, 1_000_000);

	@TempDir
	private Path folder;

	private final int port = FakeArena.freePort();

	private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

	@Test
	void everyProfileIsLoadedInEveryRoundWithEveryCount() throws Exception {
		SoakReport report = soak("right", GOOD_LOAD, List.of("baseline", "upload"), 2);
		assertThat(report.faults()).isEmpty();
		assertThat(report.rows()).extracting((row) -> row.round() + " " + row.profile() + " " + row.connections())
			.containsExactly("1 baseline 512", "1 baseline 4096", "1 upload 256", "2 baseline 512", "2 baseline 4096",
					"2 upload 256");
		assertThat(report.rows()).extracting(SoakRow::after).doesNotContainNull();
		assertThat(report.text()).contains("No faults").contains("fresh").contains("4096");
		assertThat(this.progress.toString(StandardCharsets.UTF_8)).contains("round 2/2: upload over 256: 1000 answers");
	}

	@Test
	void profileThatIsNotServedIsARowWithItsReason() throws Exception {
		SoakReport report = soak("right", GOOD_LOAD, List.of("fortunes", "baseline"), 1);
		assertThat(report.rows()).hasSize(4);
		assertThat(report.rows().subList(0, 2)).extracting(SoakRow::failure)
			.allSatisfy((failure) -> assertThat(failure).startsWith("failed check: wrong answer to fortunes"));
		assertThat(report.rows().subList(2, 4)).extracting(SoakRow::failure).containsOnlyNulls();
		assertThat(report.faults()).containsExactly("2 of 4 loads failed");
	}

	@Test
	void errorsOfTheGeneratorAreFailures() throws Exception {
		SoakReport report = soak("right", GOOD_LOAD.replace("\"read\": 0", "\"read\": 4"), List.of("pipelined"), 1);
		assertThat(report.rows()).extracting(SoakRow::failure)
			.containsOnly("connect 0, read 4, write 0, timeout 0 errors");
	}

	@Test
	void deathIsARowAndSoIsEverythingAfterIt() throws Exception {
		String load = String.format("%s -cp %s %s $PORT; %s", Path.of(System.getProperty("java.home"), "bin", "java"),
				System.getProperty("java.class.path"), FakeLoad.class.getName(), GOOD_LOAD);
		SoakReport report = soak("dies", load, List.of("baseline"), 1);
		assertThat(report.rows().get(0).failure()).startsWith("died: exit code 7").contains("out of something");
		assertThat(report.rows().get(1).failure()).contains("not run: the server had died");
		assertThat(report.faults()).contains("2 of 2 loads failed");
	}

	@Test
	void leakedSocketsAreFound() throws Exception {
		SoakReport report = soak("leaks", GOOD_LOAD, List.of("baseline"), 1);
		assertThat(report.faults()).singleElement().asString().endsWith("connections were not closed");
	}

	@Test
	void growthAfterTheFirstRoundIsFound() {
		SoakReading fresh = new SoakReading(1000, 10, 2, 5, 0);
		List<SoakRow> rows = List.of(row(1, new SoakReading(5000, 10, 2, 5, 0)),
				row(2, new SoakReading(9000, 10, 2, 5, 3)));
		assertThat(new Limits(2, 3000).faults(fresh, rows))
			.containsExactly("resident memory grew by 4000 kB after the first round", "3 lines of errors in the log");
		assertThat(new Limits(3, 4000).faults(fresh, rows)).isEmpty();
	}

	private static SoakRow row(int round, SoakReading after) {
		return new SoakRow(round, "baseline", 1, null, after, null);
	}

	private SoakReport soak(String manner, String load, List<String> profiles, int rounds)
			throws IOException, StartException {
		Children children = new Children();
		SoakSettings settings = new SoakSettings(Profiles.chosen(profiles), rounds, 1, List.of(512, 4096), Pinning.NONE,
				Duration.ofSeconds(2));
		try (RequestFiles files = new RequestFiles(new Ports(this.port, this.port));
				ServerProcess server = ServerProcess.start(children, FakeArena.command(this.port, manner), Map.of(),
						this.folder.resolve("log"), this.port, Duration.ofSeconds(20))) {
			return new Soak(server, "fake", settings, children,
					new Generators(List.of(new ScriptedGenerator(load)), "auto"), files,
					new PrintStream(this.progress, true, StandardCharsets.UTF_8))
				.run(LIMITS);
		}
	}

}
