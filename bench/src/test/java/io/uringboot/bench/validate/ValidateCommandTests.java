package io.uringboot.bench.validate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.uringboot.bench.profile.FakeArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ValidateCommand}.
 */
class ValidateCommandTests {

	@TempDir
	private Path folder;

	private String output = "";

	@Test
	void serverThatIsRightPasses() {
		assertThat(validate("right")).isZero();
		assertThat(this.output).contains("PASS  pipelined: GET /pipeline\n")
			.contains("profiles that pass: pipelined\n")
			.endsWith("7 passed, 0 failed\n");
	}

	@Test
	void serverThatIsWrongFails() {
		assertThat(validate("wrong")).isOne();
		assertThat(this.output).contains("PASS  pipelined: GET /pipeline\n")
			.contains("FAIL  afterwards: answers as before: content '56' instead of '55'")
			.contains("profile pipelined fails: pipelined\n")
			.contains("profiles that pass: none\n")
			.contains("4 passed, 3 failed\n");
	}

	@Test
	void serverThatDoesNotStartFails() {
		assertThat(execute("--server", "gone=/nonexistent/serve", "gone", "--port",
				Integer.toString(FakeArena.freePort()), "--out", this.folder.toString()))
			.isOne();
		assertThat(this.output).contains("FAIL  start: ").endsWith("0 passed, 1 failed\n");
	}

	@Test
	void unknownProfileIsToldWithItsOwnExitCode() {
		StringWriter errors = new StringWriter();
		assertThat(new CommandLine(new ValidateCommand()).setErr(new PrintWriter(errors))
			.execute("native", "--profiles", "nonsense")).isEqualTo(2);
		assertThat(errors.toString()).contains("no profile 'nonsense'");
	}

	private int validate(String manner) {
		int port = FakeArena.freePort();
		return execute("--server", "fake=" + String.join(" ", FakeArena.command(port, manner)), "fake", "--port",
				Integer.toString(port), "--profiles", "pipelined", "--out", this.folder.toString());
	}

	private int execute(String... arguments) {
		PrintStream before = System.out;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		try {
			return new CommandLine(new ValidateCommand()).execute(arguments);
		}
		finally {
			System.setOut(before);
			this.output = out.toString(StandardCharsets.UTF_8);
		}
	}

}
