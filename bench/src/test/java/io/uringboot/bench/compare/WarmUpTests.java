package io.uringboot.bench.compare;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTests {

	@Test
	void isPartedSoThatConnectionsEndDuringIt() {
		assertThat(WarmUp.parts(20)).containsExactly(5, 5, 5, 5);
		assertThat(WarmUp.parts(7)).containsExactly(2, 2, 2, 1);
	}

	@Test
	void hasNoPartOfLessThanASecond() {
		assertThat(WarmUp.parts(3)).containsExactly(1, 1, 1);
		assertThat(WarmUp.parts(1)).containsExactly(1);
		assertThat(WarmUp.parts(0)).isEmpty();
	}

}
