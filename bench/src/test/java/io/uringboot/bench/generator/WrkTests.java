package io.uringboot.bench.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.profile.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Wrk}.
 */
class WrkTests {

	private final Wrk wrk = new Wrk("wrk 4.1.0");

	private RequestFiles files;

	@BeforeEach
	void createFiles() throws IOException {
		this.files = new RequestFiles(new Ports(18080, 18443));
	}

	@AfterEach
	void deleteFiles() {
		this.files.close();
	}

	@Test
	void understandsTheLineOfItsScript() throws GeneratorException {
		assertThat(this.wrk.parse(Captured.load("pipelined", this.files), Captured.output("wrk-pipelined.txt")))
			.isEqualTo(new LoadResult("wrk 4.1.0", 1.011240, 255_984, 0, new Errors(0, 0, 0, 0), 16_894_944,
					Latency.UNKNOWN, null));
	}

	@Test
	void timesAreToldOfRequestsSentOneByOne() throws GeneratorException {
		LoadResult result = this.wrk.parse(Captured.load("limited-conn", this.files),
				Captured.output("wrk-limited-conn.txt"));
		assertThat(result.latency()).isEqualTo(new Latency(4676.6, 1913.0, 49_475.0));
	}

	@Test
	void tellsOtherStatusesApart() throws GeneratorException {
		LoadResult result = this.wrk.parse(Captured.load("baseline", this.files), Captured.output("wrk-503.txt"));
		assertThat(result.succeeded()).isZero();
		assertThat(result.otherStatus()).isEqualTo(53_376);
	}

	@Test
	void outputWithoutResultIsAFailure() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.wrk.parse(Captured.load("baseline", this.files), Captured.output("wrk-nobody.txt")));
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.wrk.parse(Captured.load("baseline", this.files), "result: {\"responses\": 1"));
	}

	@Test
	void isGivenDepthClosingAndFiles() throws IOException {
		List<String> command = this.wrk.command(Captured.load("limited-conn", this.files));
		assertThat(command).startsWith("wrk", "-t1", "-c64", "-d1s")
			.containsSubsequence("http://127.0.0.1:18080", "--", "1", "10", "0.0");
		assertThat(command.subList(command.size() - 3, command.size()))
			.allSatisfy((file) -> assertThat(Files.readString(Path.of(file))).contains("Host: localhost:18080\r\n"));
		Path script = Path.of(command.get(command.indexOf("-s") + 1));
		assertThat(script).content().contains("Connection: close");
	}

	@Test
	void goesToTheOtherPortWithTls() throws IOException {
		List<String> command = this.wrk.command(Captured.load("json-tls", this.files));
		assertThat(command).contains("https://127.0.0.1:18443");
		assertThat(Path.of(command.get(command.size() - 1))).content().contains("Host: localhost:18443\r\n");
	}

	@Test
	void leavesPlaceholdersToItsScript() throws IOException {
		List<String> command = this.wrk.command(Captured.load("crud", this.files));
		assertThat(Path.of(command.get(command.size() - 1))).content()
			.contains("{SEQ:100001}")
			.contains("Content-Length: 78\r\n");
	}

	@Test
	void isGivenTheRateOfItsThreads() throws IOException {
		assertThat(this.wrk.command(Captured.load("latency-10k", this.files))).containsSubsequence("--", "1", "0",
				"10000.0");
		assertThat(this.wrk.remark(Profiles.named("latency-10k"))).contains("from when they are sent");
	}

	@Test
	void saysHowItsLoadDiffers() {
		assertThat(this.wrk.remark(Profiles.named("limited-conn"))).contains("10. request says Connection: close")
			.contains("not by a reset");
		assertThat(this.wrk.remark(Profiles.named("pipelined"))).contains("left out")
			.doesNotContain("Connection: close");
	}

}
