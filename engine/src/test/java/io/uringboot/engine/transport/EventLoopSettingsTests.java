package io.uringboot.engine.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link EventLoopSettings}.
 */
class EventLoopSettingsTests {

	@Test
	void defaultsTakeOneLoopPerProcessorAndNoProvidedBuffers() {
		EventLoopSettings defaults = EventLoopSettings.defaults();
		assertThat(defaults.loopCount()).isEqualTo(Runtime.getRuntime().availableProcessors());
		assertThat(defaults.bufferRing()).isFalse();
	}

	@Test
	void withersChangeWhatTheyName() {
		EventLoopSettings settings = EventLoopSettings.defaults()
			.withThreadPrefix("web")
			.withThreads(3)
			.withRing(64, 128)
			.withBufferRing(32, 4096);
		assertThat(settings).isEqualTo(new EventLoopSettings("web", 3, 64, 128, true, 32, 4096));
		assertThat(settings.loopCount()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "0, 16, 16, 2, 64", "1024, 32768, 32768, 16384, 1048576", "1, 16, 65536, 2, 100" })
	void limitsThemselvesAreAllowed(int threads, int ring, int completionQueue, int buffers, int bufferSize) {
		assertThatNoException()
			.isThrownBy(() -> new EventLoopSettings("t", threads, ring, completionQueue, true, buffers, bufferSize));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 128, 256, 8, 1024, threads must be from 0 to 1024",
			"1025, 128, 256, 8, 1024, threads must be from 0 to 1024",
			"1, 8, 256, 8, 1024, ringSize must be from 16 to 32768",
			"1, 65536, 65536, 8, 1024, ringSize must be from 16 to 32768",
			"1, 100, 256, 8, 1024, ringSize must be a power of two",
			"1, 128, 64, 8, 1024, completionQueueSize must be from 128 to 65536",
			"1, 128, 131072, 8, 1024, completionQueueSize must be from 128 to 65536",
			"1, 128, 200, 8, 1024, completionQueueSize must be a power of two",
			"1, 128, 256, 1, 1024, bufferRingSize must be from 2 to 16384",
			"1, 128, 256, 32768, 1024, bufferRingSize must be from 2 to 16384",
			"1, 128, 256, 12, 1024, bufferRingSize must be a power of two",
			"1, 128, 256, 8, 63, bufferSize must be from 64 to 1048576",
			"1, 128, 256, 8, 1048577, bufferSize must be from 64 to 1048576" })
	void valueOutOfRangeIsRefusedByName(int threads, int ring, int completionQueue, int buffers, int bufferSize,
			String message) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventLoopSettings("t", threads, ring, completionQueue, true, buffers, bufferSize))
			.withMessageContaining(message);
	}

	@Test
	void blankThreadPrefixIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventLoopSettings.defaults().withThreadPrefix(" "))
			.withMessageContaining("threadPrefix");
	}

}
