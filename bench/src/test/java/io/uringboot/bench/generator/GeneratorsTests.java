package io.uringboot.bench.generator;

import java.util.List;

import io.uringboot.bench.profile.Profiles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Generators}.
 */
class GeneratorsTests {

	private static final List<Generator> ALL = List.of(new Gcannon(), new Wrk("wrk"), new H2Load("h2load"));

	@Test
	void takesTheFirstThatCan() throws GeneratorException {
		Generators generators = new Generators(ALL, "auto");
		assertThat(generators.choose(Profiles.named("baseline")).name()).isEqualTo("gcannon");
		assertThat(generators.choose(Profiles.named("json")).name()).isEqualTo("wrk");
	}

	@Test
	void takesTheWantedOneOrSaysWhyNot() throws GeneratorException {
		Generators generators = new Generators(ALL, "h2load");
		assertThat(generators.choose(Profiles.named("json")).name()).isEqualTo("h2load");
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> generators.choose(Profiles.named("upload")))
			.withMessage("h2load sends only GET requests that differ in their target");
	}

	@Test
	void takesTheOwnOneForWebSocketAndNothingElse() throws GeneratorException {
		List<Generator> all = List.of(new Wrk("wrk"), new H2Load("h2load"), new WebSocketGenerator());
		for (String wanted : List.of("auto", "wrk")) {
			Generators generators = new Generators(all, wanted);
			assertThat(generators.choose(Profiles.named("echo-ws")).name()).isEqualTo("websocket");
			assertThat(generators.choose(Profiles.named("json")).name()).isEqualTo("wrk");
		}
		assertThat(new Generators(ALL, "auto").choose(Profiles.named("echo-ws")).name()).isEqualTo("gcannon");
	}

	@Test
	void tlsIsForThoseWhoKnowIt() throws GeneratorException {
		Generators generators = new Generators(ALL, "auto");
		assertThat(generators.choose(Profiles.named("json-tls")).name()).isEqualTo("wrk");
		assertThat(generators.choose(Profiles.named("echo-tls")).name()).isEqualTo("wrk");
		assertThat(new Generators(ALL, "h2load").choose(Profiles.named("static-tls")).name()).isEqualTo("h2load");
	}

	@Test
	void rateIsForThoseWhoKeepIt() throws GeneratorException {
		assertThat(new Generators(ALL, "auto").choose(Profiles.named("latency-10k")).name()).isEqualTo("wrk");
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> new Generators(ALL, "wrk").choose(Profiles.named("pipelined").atRate(1)))
			.withMessageContaining("wrk keeps no rate when it pipelines");
	}

	@Test
	void namesTheStepThatInstallsThem() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> new Generators(List.of(), "auto").choose(Profiles.named("json")))
			.withMessageContaining("no load generator on the path")
			.withMessageContaining("bench/install-generators");
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> new Generators(List.of(), "wrk").choose(Profiles.named("json")))
			.withMessageContaining("wrk is not on the path");
	}

}
