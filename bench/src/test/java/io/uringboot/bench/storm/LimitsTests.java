package io.uringboot.bench.storm;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Limits}.
 */
class LimitsTests {

	private final Limits limits = new Limits(10, 1000, 500);

	@Test
	void serverThatIsAsItWasHasNoFault() {
		assertThat(this.limits
			.faults(List.of(reading(5, 100, 10L, 3), reading(5, 9_000, 900L, 3), reading(5, 10_000, 1400L, 13))))
			.isEmpty();
	}

	@Test
	void leftSocketsGrownMemoryAndFloodedLogAreFaults() {
		assertThat(this.limits
			.faults(List.of(reading(5, 100, 10L, 0), reading(5, 9_000, 900L, 0), reading(12, 10_001, 1401L, 11))))
			.containsExactly("7 sockets were not closed", "resident memory grew by 1001 kB after the first wave",
					"memory outside the heap grew by 501 kB after the first wave", "11 lines of errors in the log");
	}

	@Test
	void unknownOffHeapMemoryIsNoFault() {
		assertThat(this.limits.faults(List.of(reading(5, 100, null, 0), reading(5, 100, null, 0)))).isEmpty();
	}

	private static Reading reading(int sockets, long resident, @Nullable Long offHeap, long errors) {
		return new Reading("then", sockets + 20, sockets, 10, resident, offHeap, errors);
	}

}
