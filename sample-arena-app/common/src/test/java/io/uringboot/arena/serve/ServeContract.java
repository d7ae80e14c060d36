package io.uringboot.arena.serve;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code bench/serve} with a real twin, already built.
 */
public abstract class ServeContract {

	private static final int TERMINATED = 128 + 15;

	private final String twin;

	/**
	 * Create the contract.
	 * @param twin the argument of {@code bench/serve}
	 */
	protected ServeContract(String twin) {
		this.twin = twin;
	}

	@Test
	void scriptBecomesOneJavaProcessThatServes() throws Exception {
		try (RunningTwin running = RunningTwin.start(Path.of("../.."), List.of("bench/serve", this.twin))) {
			assertThat(running.process().info().command())
				.hasValueSatisfying((java) -> assertThat(java).endsWith("java"));
			assertThat(running.process().descendants()).isEmpty();
			assertThat(running.get("/json/50").status()).isEqualTo(200);
			assertThat(running.get("/static/vendor.js").body()).hasSize(307_200);
			assertThat(running.stop()).isEqualTo(TERMINATED);
		}
	}

}
