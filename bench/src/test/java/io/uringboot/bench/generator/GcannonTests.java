package io.uringboot.bench.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.profile.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Gcannon}.
 */
class GcannonTests {

	private final Gcannon gcannon = new Gcannon();

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
	void understandsItsJson() throws GeneratorException {
		LoadResult result = this.gcannon.parse(Captured.load("limited-conn", this.files),
				Captured.output("gcannon-limited-conn.json"));
		assertThat(result).isEqualTo(new LoadResult("gcannon 0.5.3", 1.025, 7969, 0, new Errors(0, 0, 0, 0), 525_954,
				new Latency(6792.0, 1779.0, 145_500.0), 823L));
		assertThat(result.rate()).isCloseTo(7774.6, within(0.1));
		assertThat(result.bytesPerResponse()).isEqualTo(66);
	}

	@Test
	void tellsOtherStatusesApart() throws GeneratorException {
		LoadResult result = this.gcannon.parse(Captured.load("baseline", this.files),
				Captured.output("gcannon-503.json"));
		assertThat(result.succeeded()).isEqualTo(23);
		assertThat(result.otherStatus()).isEqualTo(35_165);
	}

	@Test
	void countsFailedConnections() throws GeneratorException {
		LoadResult result = this.gcannon.parse(Captured.load("baseline", this.files),
				Captured.output("gcannon-nobody.json"));
		assertThat(result.succeeded()).isZero();
		assertThat(result.errors()).isEqualTo(new Errors(58_784, 0, 0, 0));
	}

	@Test
	void otherOutputIsAFailure() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.gcannon.parse(Captured.load("baseline", this.files), "Segmentation fault"));
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> this.gcannon.parse(Captured.load("baseline", this.files), "{\"status\": {}}"));
	}

	@Test
	void refusesLargeAnswers() {
		assertThat(this.gcannon.refusal(Profiles.named("json"))).contains("4 kB");
		assertThat(this.gcannon.refusal(Profiles.named("static"))).isNotNull();
		assertThat(this.gcannon.refusal(Profiles.named("limited-conn"))).isNull();
	}

	@Test
	void speaksWebSocketByItself() throws IOException {
		assertThat(this.gcannon.command(Captured.load("echo-ws-pipeline", this.files)))
			.containsSubsequence("http://127.0.0.1:18080/ws", "--ws", "-p", "16")
			.doesNotContain("--raw");
	}

	@Test
	void isGivenTheRequestsAsFiles() throws IOException {
		Load load = Captured.load("limited-conn", this.files);
		assertThat(this.gcannon.command(load)).containsSubsequence("gcannon", "http://127.0.0.1:18080", "-c", "64",
				"-d", "1s", "-p", "1", "--json", "-r", "10");
		Path get = this.files.folder().resolve("limited-conn-get.raw");
		assertThat(Files.readString(get))
			.isEqualTo("GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:18080\r\n\r\n");
	}

}
