package io.uringboot.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerIdentity}.
 */
class ServerIdentityTests {

	@TempDir
	private Path process;

	@Test
	void flagsEndAtTheJarAndLeaveOutTheClassPath() throws IOException {
		Files.writeString(this.process.resolve("cmdline"), "java\0-Xmx1g\0-cp\0/a:/b\0-XX:+UseSerialGC\0"
				+ "--enable-native-access=ALL-UNNAMED\0-jar\0app.jar\0--server.port=1\0");
		assertThat(ServerIdentity.flags(this.process)).containsExactly("-Xmx1g", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED");
	}

	@Test
	void flagsEndAtTheMainClass() throws IOException {
		Files.writeString(this.process.resolve("cmdline"), "java\0-Xmx1g\0io.example.Main\0-x\0");
		assertThat(ServerIdentity.flags(this.process)).containsExactly("-Xmx1g");
	}

}
