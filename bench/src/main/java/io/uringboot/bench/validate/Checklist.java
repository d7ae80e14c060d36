package io.uringboot.bench.validate;

import java.io.IOException;
import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

/**
 * Makes checks, prints one line for each and counts them. What a check throws is a
 * failure of that check and of no other.
 */
final class Checklist {

	private final PrintStream out;

	private String suite = "";

	private int passed;

	private int failed;

	Checklist(PrintStream out) {
		this.out = out;
	}

	/**
	 * Names the suite that the next checks belong to.
	 */
	void begin(String name) {
		this.suite = name;
	}

	void check(String name, Check check) {
		String fault = fault(check);
		if (fault == null) {
			this.passed++;
			this.out.println("PASS  " + this.suite + ": " + name);
		}
		else {
			this.failed++;
			this.out.println("FAIL  " + this.suite + ": " + name + ": " + fault);
		}
		this.out.flush();
	}

	int passed() {
		return this.passed;
	}

	int failed() {
		return this.failed;
	}

	private static @Nullable String fault(Check check) {
		try {
			return check.fault();
		}
		catch (IOException | RuntimeException ex) {
			String message = ex.getMessage();
			return (message != null && ex instanceof IOException) ? message : ex.toString();
		}
	}

	/**
	 * Something that holds or does not.
	 */
	@FunctionalInterface
	interface Check {

		/**
		 * Looks whether it holds.
		 * @return what is wrong, or {@code null} if it holds
		 * @throws IOException if there was no answer to judge
		 */
		@Nullable String fault() throws IOException;

	}

}
