package io.uringboot.bench.generator;

import java.io.IOException;

import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.profile.Ports;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GeneratorProcess}.
 */
class GeneratorProcessTests {

	private RequestFiles files;

	@BeforeEach
	void createFiles() throws IOException {
		this.files = new RequestFiles(new Ports(18080, 18443));
	}

	@AfterEach
	void deleteFiles() {
		this.files.close();
	}

	@Test
	void readsTheResultOfAGoodRun() throws GeneratorException {
		assertThat(run("echo noise >&2; echo '" + ScriptedGenerator.RESULT + "'").succeeded()).isEqualTo(1000);
	}

	@Test
	void failureIsTheLastLineOfErrors() {
		assertThatExceptionOfType(GeneratorException.class)
			.isThrownBy(() -> run("echo first >&2; echo 'unable to connect' >&2; exit 3"))
			.withMessage("scripted ended with exit code 3: unable to connect");
	}

	@Test
	void shortenedRunDoesNotCount() {
		String shortened = ScriptedGenerator.RESULT.replace("1000000", "500000");
		assertThatExceptionOfType(GeneratorException.class).isThrownBy(() -> run("echo '" + shortened + "'"))
			.withMessage("scripted counted for 0.5 s instead of 1");
	}

	@Test
	void missingExecutableIsAFailure() {
		assertThatExceptionOfType(GeneratorException.class).isThrownBy(() -> run("exec no-such-generator"))
			.withMessageContaining("exit code 127");
	}

	@Test
	void isReadyWhenTheGeneratorSaysThatItBegins() throws GeneratorException {
		ScriptedGenerator generator = new ScriptedGenerator("echo connecting; sleep 0.3; echo begun; exec sleep 61",
				"begun");
		try (GeneratorProcess process = start(generator)) {
			assertThat(process).isNotNull();
			assertThat(this.files.folder().resolve("generator.out")).content().contains("begun");
			// It has begun, but may not yet be the command it becomes.
			Awaitility.await().until(() -> sleeping() == 1);
		}
		assertThat(sleeping()).isZero();
	}

	@Test
	void generatorThatEndsBeforeItBeginsIsToldOfByItsResult() {
		ScriptedGenerator generator = new ScriptedGenerator("echo 'no ports left' >&2; exit 5", "begun");
		assertThatExceptionOfType(GeneratorException.class).isThrownBy(() -> {
			try (GeneratorProcess process = start(generator)) {
				process.await();
				process.result();
			}
		}).withMessage("scripted ended with exit code 5: no ports left");
	}

	private GeneratorProcess start(ScriptedGenerator generator) throws GeneratorException {
		return GeneratorProcess.start(new Children(), generator, Captured.load("baseline", this.files), Pinning.NONE);
	}

	private static long sleeping() {
		return ProcessHandle.current()
			.children()
			.filter((child) -> child.isAlive() && child.info().commandLine().orElse("").endsWith("sleep 61"))
			.count();
	}

	private LoadResult run(String script) throws GeneratorException {
		GeneratorProcess process = GeneratorProcess.start(new Children(), new ScriptedGenerator(script),
				Captured.load("baseline", this.files), Pinning.NONE);
		process.await();
		return process.result();
	}

}
