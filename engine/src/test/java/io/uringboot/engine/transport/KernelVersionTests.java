package io.uringboot.engine.transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KernelVersion}.
 */
class KernelVersionTests {

	@ParameterizedTest
	@CsvSource({ "6.18.44-generic, 6.18", "5.4, 5.4", "4.18.0-553.el8_10.x86_64, 4.18",
			"5.15.167.4-microsoft-standard-WSL2, 5.15", "6.6+, 6.6" })
	void releaseIsReducedToMajorAndMinor(String release, String version) {
		assertThat(KernelVersion.parse(release)).hasToString(version);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "unknown", "6", "v6.1", "99999999999.1" })
	void textWithoutVersionIsNone(String release) {
		assertThat(KernelVersion.parse(release)).isNull();
	}

	@Test
	void isAtLeastComparesNumbers() {
		KernelVersion version = new KernelVersion(5, 10);
		assertThat(version.isAtLeast(5, 9)).isTrue();
		assertThat(version.isAtLeast(5, 10)).isTrue();
		assertThat(version.isAtLeast(5, 11)).isFalse();
		assertThat(version.isAtLeast(6, 1)).isFalse();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void currentIsThatOfTheRunningKernel() {
		assertThat(System.getProperty("os.version")).startsWith(KernelVersion.current() + ".");
	}

}
