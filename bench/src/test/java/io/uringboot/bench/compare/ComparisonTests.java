package io.uringboot.bench.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.uringboot.bench.generator.Generators;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.generator.ScriptedGenerator;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.profile.FakeArena;
import io.uringboot.bench.profile.FakeLoad;
import io.uringboot.bench.profile.Ports;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.report.Report;
import io.uringboot.bench.report.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Comparison} with fake servers and a fake generator.
 */
class ComparisonTests {

	private static final String GOOD_LOAD = "sleep 0.3; echo '" + ScriptedGenerator.RESULT + "'";

	@TempDir
	private Path folder;

	private final int port = FakeArena.freePort();

	private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

	@Test
	void measuresInTurnsWithTheOrderReversedRoundByRound() throws IOException {
		Report report = compare(2, GOOD_LOAD, List.of("baseline", "limited-conn"), server("a", "right"),
				server("b", "right"));
		assertThat(report.isClean()).as(() -> report.runs().toString()).isTrue();
		assertThat(report.runs()).extracting((run) -> run.round() + " " + run.server() + " " + run.profile())
			.containsExactly("1 a baseline", "1 a limited-conn", "1 b baseline", "1 b limited-conn", "2 b baseline",
					"2 b limited-conn", "2 a baseline", "2 a limited-conn");
		assertThat(report.runs()).extracting(Run::measurement).allSatisfy((measurement) -> {
			assertThat(measurement.load().succeeded()).isEqualTo(1000);
			assertThat(measurement.requestsPerSecond()).isEqualTo(1000);
			assertThat(measurement.peakResidentKilobytes()).isPositive();
			assertThat(measurement.cpuMicrosPerRequest()).isNotNegative();
		});
		assertThat(report.starts()).hasSize(4);
		assertThat(report.captures()).hasSize(12).allSatisfy((capture) -> {
			assertThat(capture.fault()).isNull();
			assertThat(capture.wireBytes()).isPositive();
		});
		assertThat(report.serverIdentities().get("a")).containsEntry("flags", "-XX:TieredStopAtLevel=1 -Xmx128m")
			.hasEntrySatisfying("listening", (line) -> assertThat(line).contains("started on port " + this.port));
		assertThat(this.folder.resolve("report.md")).content().doesNotContain("Incomplete");
		assertNothingIsLeft();
	}

	@Test
	void everyTroubleIsARowWithItsReasonAndTheOthersGoOn() throws IOException {
		Report report = compare(1, GOOD_LOAD, List.of("baseline"), server("wrong", "wrong"),
				new ServerDefinition("dead", List.of("sh", "-c", "echo no vault; exit 3")),
				new ServerDefinition("absent", List.of("/nonexistent/serve")), server("right", "right"));
		assertThat(report.isClean()).isFalse();
		assertThat(failure(report, "wrong")).isEqualTo("wrong answer to get: content '56' instead of '55'");
		assertThat(failure(report, "dead")).contains("exit code 3").contains("no vault");
		assertThat(failure(report, "absent")).contains("cannot be started");
		assertThat(failure(report, "right")).isEqualTo("none");
		assertThat(this.progress.toString(StandardCharsets.UTF_8)).contains("baseline on wrong: FAILED");
		assertNothingIsLeft();
	}

	@Test
	void deathUnderLoadIsARowAndTheNextProfileGetsAFreshProcess() throws IOException {
		String load = String.format("%s -cp %s %s $PORT; %s", Path.of(System.getProperty("java.home"), "bin", "java"),
				System.getProperty("java.class.path"), FakeLoad.class.getName(), GOOD_LOAD);
		Report report = compare(1, load, List.of("baseline", "pipelined"), server("mortal", "dies"));
		assertThat(report.runs()).hasSize(2);
		assertThat(report.runs().get(0).failure()).startsWith("died: exit code 7").contains("out of something");
		assertThat(report.starts()).hasSize(2);
	}

	@Test
	void failingGeneratorIsARowForEveryServer() throws IOException {
		Report report = compare(1, "echo 'too many open files' >&2; exit 4", List.of("baseline"),
				server("right", "right"));
		assertThat(failure(report, "right")).isEqualTo("scripted ended with exit code 4: too many open files");
	}

	@Test
	void otherStatusesUnderLoadDoNotCount() throws IOException {
		String refused = ScriptedGenerator.RESULT.replace("\"status\": 0", "\"status\": 400");
		Report report = compare(1, "sleep 0.1; echo '" + refused + "'", List.of("baseline"), server("right", "right"));
		assertThat(failure(report, "right")).isEqualTo("400 answers with another status than 2xx");
		assertThat(report.runs().get(0).measurement().load().succeeded()).isEqualTo(600);
	}

	private static String failure(Report report, String server) {
		return report.runs()
			.stream()
			.filter((run) -> run.server().equals(server))
			.map((run) -> Objects.toString(run.failure(), "none"))
			.findFirst()
			.orElseThrow();
	}

	private ServerDefinition server(String name, String manner) {
		return new ServerDefinition(name, FakeArena.command(this.port, manner));
	}

	private Report compare(int rounds, String load, List<String> profiles, ServerDefinition... servers)
			throws IOException {
		Settings settings = new Settings(List.of(servers), servers[servers.length - 1].name(),
				profiles.stream().map(Profiles::named).toList(), rounds, 1, 0, false, Pinning.NONE,
				new Generators(List.of(new ScriptedGenerator(load)), "auto"), "-Xmx64m",
				new Ports(this.port, this.port), Duration.ofSeconds(20), Duration.ofSeconds(20), this.folder,
				Path.of(".").toAbsolutePath());
		try (RequestFiles files = new RequestFiles(new Ports(this.port, this.port))) {
			return new Comparison(settings, new Children(), files,
					new Progress(new PrintStream(this.progress, true, StandardCharsets.UTF_8)))
				.run();
		}
	}

	private void assertNothingIsLeft() {
		assertThatIOException().isThrownBy(() -> new Socket("127.0.0.1", this.port).close());
		assertThat(ProcessHandle.current().children().filter(this::isServer)).isEmpty();
	}

	private boolean isServer(ProcessHandle child) {
		return child.isAlive()
				&& child.info().arguments().map(Arrays::asList).orElse(List.of()).contains(Integer.toString(this.port));
	}

}
