package io.uringboot.bench.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import io.uringboot.bench.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CompareCommand} and {@link ConnectionCounts}.
 */
class CompareCommandTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--profiles baseline,nonsense          | no profile 'nonsense'
			--rounds 0                            | --rounds must be at least 1
			--duration 0                          | --duration must be at least 1
			--warm-up -1                          | --warm-up must be at least 0
			--cold --warm-up 5                    | exclude each other
			--connections many                    | not a number of connections
			--connections nonsense=5              | no profile 'nonsense'
			--reference other                     | not among the servers
			--server-cpus 0 --generator-cpus 0    | share a processor
			--generator-cpus 4095                 | this machine has
			--rounds three                        | --rounds
			--no-such-option                      | --no-such-option
			""")
	void wrongOptionsAreToldWithTheirOwnExitCode(String options, String message) {
		StringWriter errors = new StringWriter();
		int exitCode = new CommandLine(new CompareCommand()).setErr(new PrintWriter(errors))
			.execute(options.split(" "));
		assertThat(exitCode).isEqualTo(2);
		assertThat(errors.toString()).contains(message);
	}

	@Test
	void failureIsTheExitCode() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		int exitCode = new CommandLine(new CompareCommand()).execute("--unpinned", "--server",
				"gone=/nonexistent/serve", "--servers", "gone", "--profiles", "baseline", "--rounds", "1", "--port",
				Integer.toString(port), "--out", this.folder.toString());
		assertThat(exitCode).isOne();
		assertThat(this.folder.resolve("report.md")).content().contains("| baseline | gone ").contains("exit code 127");
	}

	@Test
	void connectionsAreForAllButUploadOrForOne() {
		ConnectionCounts counts = ConnectionCounts.parse(List.of("512", "json=32"));
		assertThat(counts.apply(Profiles.named("baseline")).connections()).isEqualTo(512);
		assertThat(counts.apply(Profiles.named("json")).connections()).isEqualTo(32);
		assertThat(counts.apply(Profiles.named("upload")).connections()).isEqualTo(8);
		ConnectionCounts none = ConnectionCounts.parse(List.of());
		assertThat(none.apply(Profiles.named("baseline")).connections()).isEqualTo(64);
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionCounts.parse(List.of("0")));
	}

}
