package io.uringboot.bench.validate;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ArenaProfiles}.
 */
class ArenaProfilesTests {

	@Test
	void suiteThatSeveralProfilesNeedRunsOnce() {
		assertThat(ArenaProfiles.suites(List.of("limited-conn", "baseline"))).containsOnlyKeys("baseline", "fragments",
				"splits", "reconnects", "bad-input");
	}

	@Test
	void everyProfileHasSuites() {
		assertThat(ArenaProfiles.names()).allSatisfy((name) -> assertThat(ArenaProfiles.suitesOf(name)).isNotEmpty());
	}

	@Test
	void unknownProfileIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> ArenaProfiles.suites(List.of("nonsense")))
			.withMessageContaining("no profile 'nonsense'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "uring-boot", "spring-boot-tomcat" })
	void entriesSubscribeToWhatIsValidated(String entry) {
		JsonNode meta = new JsonMapper().readTree(Path.of("../arena", entry, "meta.json").toFile());
		assertThat(meta.path("tests")).isNotEmpty()
			.allSatisfy((test) -> assertThat(ArenaProfiles.names()).contains(test.stringValue()));
	}

}
