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
 * Tests for {@link H2Load}.
 */
class H2LoadTests {

	private final H2Load h2load = new H2Load("h2load nghttp2/1.52.0");

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
	void understandsItsSummary() throws GeneratorException {
		assertThat(this.h2load.parse(Captured.load("pipelined", this.files), Captured.output("h2load-pipelined.txt")))
			.isEqualTo(new LoadResult("h2load nghttp2/1.52.0", 1.01, 212_144, 0, new Errors(0, 0, 0, 0), 14_001_504,
					new Latency(4820.0, null, null), null));
	}

	@Test
	void answersWithoutAReasonPhraseAreAFailureOfItsOwn() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.h2load.parse(Captured.load("pipelined", this.files),
					Captured.output("h2load-no-reason-phrase.txt")))
			.withMessageContaining("reason phrase");
	}

	@Test
	void noAnswerAtAllIsAResult() throws GeneratorException {
		LoadResult result = this.h2load.parse(Captured.load("pipelined", this.files),
				Captured.output("h2load-nobody.txt"));
		assertThat(result.succeeded()).isZero();
	}

	@Test
	void otherOutputIsAFailure() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.h2load.parse(Captured.load("pipelined", this.files), "h2load: no such option"));
	}

	@Test
	void isGivenTargetsAndCommonFields() throws IOException {
		List<String> command = this.h2load.command(Captured.load("static", this.files));
		assertThat(command).containsSubsequence("h2load", "--h1", "-c64", "-m1", "-H",
				"Accept-Encoding: br;q=1, gzip;q=0.8", "-i");
		assertThat(Files.readAllLines(Path.of(command.get(command.size() - 1)))).hasSize(20)
			.startsWith("http://127.0.0.1:18080/static/reset.css");
	}

	@Test
	void isGivenTheRateOfAConnection() throws IOException {
		assertThat(this.h2load.command(Captured.load("latency-10k", this.files))).contains("-c64", "--rps=156.25");
		assertThat(this.h2load.command(Captured.load("json", this.files)))
			.noneMatch((argument) -> argument.startsWith("--rps"));
	}

	@Test
	void refusesWhatIsMoreThanTargets() {
		assertThat(this.h2load.refusal(Profiles.named("baseline"))).isNotNull();
		assertThat(this.h2load.refusal(Profiles.named("upload"))).isNotNull();
		assertThat(this.h2load.refusal(Profiles.named("limited-conn"))).isNotNull();
		assertThat(this.h2load.refusal(Profiles.named("json"))).isNull();
		assertThat(this.h2load.refusal(Profiles.named("pipelined"))).isNull();
	}

}
