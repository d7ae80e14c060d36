package io.uringboot.engine.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SystemFacts}.
 */
class SystemFactsTests {

	@Test
	@EnabledOnOs(OS.LINUX)
	void readsWhatLinuxTells() {
		SystemFacts facts = SystemFacts.read();
		assertThat(facts.osName()).isEqualTo("Linux");
		assertThat(facts.kernelRelease()).isEqualTo(System.getProperty("os.version"));
		assertThat(facts.seccompMode()).isIn("0", "2");
		assertThat(facts.memoryLockLimit()).matches("\\d+ bytes|unlimited");
		assertThat(facts.openFileLimit()).matches("\\d+|unlimited");
		assertThat(facts.onClassPath()).accepts("org/junit/jupiter/api/Test.class").rejects("no/such.thing");
	}

}
