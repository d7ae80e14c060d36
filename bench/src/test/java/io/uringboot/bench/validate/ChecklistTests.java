package io.uringboot.bench.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Checklist}.
 */
class ChecklistTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final Checklist checks = new Checklist(new PrintStream(this.out, true, StandardCharsets.UTF_8));

	@Test
	void everyCheckIsALine() {
		this.checks.begin("suite");
		this.checks.check("right", () -> null);
		this.checks.check("wrong", () -> "5 instead of 6");
		assertThat(lines()).containsExactly("PASS  suite: right", "FAIL  suite: wrong: 5 instead of 6");
		assertThat(this.checks.passed()).isOne();
		assertThat(this.checks.failed()).isOne();
	}

	@Test
	void whatACheckThrowsIsItsFailureAndNoOthers() {
		this.checks.check("broken", () -> {
			throw new IOException("closed");
		});
		this.checks.check("bug", () -> {
			throw new IllegalStateException("seven");
		});
		this.checks.check("right", () -> null);
		assertThat(lines()).containsExactly("FAIL  : broken: closed",
				"FAIL  : bug: java.lang.IllegalStateException: seven", "PASS  : right");
	}

	private String[] lines() {
		return this.out.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
	}

}
