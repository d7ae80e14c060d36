package io.uringboot.bench.validate;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.uringboot.bench.process.Pause;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * Runs the suites of some profiles and tells of each profile whether it is green.
 */
final class Validation {

	// Idle workers of a client's pool and the like; a leak of one a request is far more
	private static final int SPARE_CONNECTIONS = 8;

	private static final Duration SETTLING = Duration.ofSeconds(10);

	private final PrintStream out;

	private final Checklist checks;

	Validation(PrintStream out) {
		this.out = out;
		this.checks = new Checklist(out);
	}

	/**
	 * Runs the checks and prints a summary.
	 * @return whether all passed
	 */
	boolean run(Server server, List<String> profiles) throws IOException {
		int connections = connections(server);
		Set<String> red = new HashSet<>();
		for (Map.Entry<String, Suite> suite : ArenaProfiles.suites(profiles).entrySet()) {
			int failed = this.checks.failed();
			this.checks.begin(suite.getKey());
			if (isWell(server, red)) {
				suite.getValue().run(server, this.checks);
			}
			else {
				this.checks.check("not made", () -> "the server does not answer any more");
			}
			if (this.checks.failed() > failed) {
				red.add(suite.getKey());
			}
		}
		this.checks.begin("afterwards");
		this.checks.check("answers as before",
				() -> server.http().ask(Request.get("/baseline11?a=13&b=42"), Expectation.plainText("55")));
		this.checks.check("holds no connection that is over", () -> leftOver(server, connections));
		summarize(profiles, red);
		return this.checks.failed() == 0;
	}

	/**
	 * A server that has stopped answering would let every further check run into its
	 * timeout.
	 */
	private static boolean isWell(Server server, Set<String> red) {
		if (red.isEmpty()) {
			return true;
		}
		try {
			return server.http().answer(Request.get("/baseline11?a=1&b=1")).status() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int connections(Server server) throws IOException {
		ProcFs proc = new ProcFs();
		long pid = server.process().pid();
		return proc.accepted(pid, server.http().port()) + proc.accepted(pid, server.https().port());
	}

	private static @Nullable String leftOver(Server server, int before) throws IOException {
		long deadline = System.nanoTime() + SETTLING.toNanos();
		int more = connections(server) - before;
		while (more > SPARE_CONNECTIONS && System.nanoTime() < deadline) {
			Pause.of(Duration.ofMillis(100));
			more = connections(server) - before;
		}
		return (more > SPARE_CONNECTIONS) ? more + " connections more" : null;
	}

	private void summarize(List<String> profiles, Set<String> red) {
		List<String> green = new ArrayList<>();
		this.out.println();
		for (String profile : profiles) {
			List<String> faults = ArenaProfiles.suitesOf(profile).stream().filter(red::contains).toList();
			if (faults.isEmpty()) {
				green.add(profile);
			}
			else {
				this.out.println("profile " + profile + " fails: " + String.join(", ", faults));
			}
		}
		this.out.println("profiles that pass: " + (green.isEmpty() ? "none" : String.join(", ", green)));
		this.out.println(this.checks.passed() + " passed, " + this.checks.failed() + " failed");
	}

}
