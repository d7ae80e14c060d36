package io.uringboot.bench.soak;

import java.time.Duration;
import java.util.List;

import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Profiles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SoakSettingsTests {

	private final SoakSettings settings = new SoakSettings(List.of(), 3, 5, List.of(512, 4096), Pinning.NONE,
			Duration.ofSeconds(15));

	@Test
	void handshakesHaveTimeOfTheirOwn() {
		Profile profile = Profiles.chosen(List.of("json-tls")).get(0);
		assertThat(this.settings.seconds(profile.withConnections(512))).isEqualTo(7);
		assertThat(this.settings.seconds(profile.withConnections(4096))).isEqualTo(16);
	}

	@Test
	void othersTakeWhatIsAskedFor() {
		Profile profile = Profiles.chosen(List.of("json")).get(0);
		assertThat(this.settings.seconds(profile.withConnections(4096))).isEqualTo(5);
	}

}
