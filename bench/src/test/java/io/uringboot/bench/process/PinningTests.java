package io.uringboot.bench.process;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Pinning}.
 */
class PinningTests {

	@Test
	void prefixesCommands() {
		Pinning pinning = new Pinning("0-1,4", "3");
		assertThat(pinning.server(List.of("serve", "native"))).containsExactly("taskset", "-c", "0-1,4", "serve",
				"native");
		assertThat(pinning.generator(List.of("wrk"))).containsExactly("taskset", "-c", "3", "wrk");
		assertThat(pinning.both(List.of("serve"))).containsExactly("taskset", "-c", "0-1,4,3", "serve");
		assertThat(pinning.serverCpuCount()).isEqualTo(3);
		assertThat(pinning.generatorCpuCount()).isOne();
	}

	@Test
	void noPinningLeavesCommandsAlone() {
		assertThat(Pinning.NONE.server(List.of("serve"))).containsExactly("serve");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "0-", "-1", "0,,1", "1-0", "0 1", "all" })
	void rejectsMalformedLists(String list) {
		assertThatIllegalArgumentException().isThrownBy(() -> Pinning.parse(list));
	}

	@Test
	void rejectsSharedAndMissingProcessors() {
		assertThatIllegalArgumentException().isThrownBy(() -> Pinning.of("0", "0")).withMessageContaining("share");
		assertThatIllegalArgumentException().isThrownBy(() -> Pinning.of("0", "4095"))
			.withMessageContaining("this machine has");
	}

}
