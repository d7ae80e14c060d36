package io.uringboot.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.uringboot.bench.check.Check;
import io.uringboot.bench.generator.Generator;
import io.uringboot.bench.generator.GeneratorException;
import io.uringboot.bench.generator.GeneratorProcess;
import io.uringboot.bench.generator.Generators;
import io.uringboot.bench.generator.Load;
import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ErrorLog;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.report.SoakReading;
import io.uringboot.bench.report.SoakReport;
import io.uringboot.bench.report.SoakRow;
import org.jspecify.annotations.Nullable;

/**
 * Puts one process under every load, round by round, and reads after each what the
 * process holds.
 */
final class Soak {

	private final ServerProcess server;

	private final String name;

	private final SoakSettings settings;

	private final Children children;

	private final Generators generators;

	private final RequestFiles files;

	private final PrintStream progress;

	private final ProcFs proc = new ProcFs();

	private final List<SoakRow> rows = new ArrayList<>();

	Soak(ServerProcess server, String name, SoakSettings settings, Children children, Generators generators,
			RequestFiles files, PrintStream progress) {
		this.server = server;
		this.name = name;
		this.settings = settings;
		this.children = children;
		this.generators = generators;
		this.files = files;
		this.progress = progress;
	}

	SoakReport run(Limits limits) throws IOException {
		awaitRest(Integer.MAX_VALUE);
		SoakReading fresh = read();
		for (int round = 1; round <= this.settings.rounds(); round++) {
			for (Profile profile : this.settings.profiles()) {
				for (int connections : counts(profile)) {
					add(row(round, profile.withConnections(connections), fresh));
				}
			}
		}
		List<String> faults = new ArrayList<>(limits.faults(fresh, this.rows));
		addHealthFaults(faults);
		return new SoakReport(this.name, fresh, List.copyOf(this.rows), List.copyOf(faults));
	}

	/**
	 * No profile gets more connections than the arena gives it.
	 */
	private int[] counts(Profile profile) {
		return this.settings.connections()
			.stream()
			.mapToInt((count) -> Math.min(count, profile.pressure()))
			.distinct()
			.toArray();
	}

	private SoakRow row(int round, Profile profile, SoakReading fresh) {
		if (!this.server.isAlive()) {
			return failed(round, profile, "not run: the server had died");
		}
		String fault = Check.of(this.name, this.files.ports(), profile).fault();
		if (fault != null) {
			return failed(round, profile, "failed check: " + fault);
		}
		try {
			LoadResult result = load(profile);
			awaitRest(fresh.connections());
			SoakReading after = read();
			return new SoakRow(round, profile.name(), profile.connections(), result, after, fault(result, profile));
		}
		catch (GeneratorException | IOException ex) {
			return failed(round, profile, String.valueOf(ex.getMessage()));
		}
	}

	private SoakRow failed(int round, Profile profile, String reason) {
		SoakReading after = null;
		String failure = reason;
		try {
			after = read();
		}
		catch (IOException ex) {
			if (this.server.hasEnded()) {
				failure = "died: " + this.server.obituary() + "; " + reason;
			}
		}
		return new SoakRow(round, profile.name(), profile.connections(), null, after, failure);
	}

	private LoadResult load(Profile profile) throws GeneratorException {
		Generator generator = this.generators.choose(profile);
		Pinning pinning = this.settings.pinning();
		int threads = Math.min(pinning.generatorCpuCount(), profile.connections());
		try (GeneratorProcess load = GeneratorProcess.start(this.children, generator,
				new Load(profile, this.files, this.settings.seconds(profile), threads), pinning)) {
			load.await();
			return load.result();
		}
	}

	private @Nullable String fault(LoadResult result, Profile profile) {
		if (result.succeeded() == 0) {
			return "no right answer under load";
		}
		if (result.otherStatus() > 0) {
			return result.otherStatus() + " answers with another status than 2xx";
		}
		LoadResult.Errors errors = result.errors();
		if (errors.total() > 0) {
			return "connect " + errors.connect() + ", read " + errors.read() + ", write " + errors.write()
					+ ", timeout " + errors.timeout() + " errors";
		}
		String fault = Check.health(this.files.ports(), profile);
		return (fault != null) ? "not well after the load: " + fault : null;
	}

	/**
	 * Waits until the server holds no more connections than that and they are as many as
	 * a moment before: generators leave by resets, which the server works through in its
	 * own time.
	 */
	private void awaitRest(int connections) throws IOException {
		long deadline = System.nanoTime() + this.settings.settling().toNanos();
		int last = -1;
		int now = connections();
		while ((now > connections || now != last) && System.nanoTime() < deadline) {
			Pause.of(Duration.ofMillis(200));
			last = now;
			now = connections();
		}
	}

	private SoakReading read() throws IOException {
		long pid = this.server.pid();
		return new SoakReading(this.proc.status(pid, "VmRSS"), this.proc.descriptors(pid).total(), connections(),
				this.proc.status(pid, "Threads"), ErrorLog.troubles(this.server.logLines()).size());
	}

	/**
	 * The connections it has not closed yet, on both ports.
	 */
	private int connections() throws IOException {
		long pid = this.server.pid();
		return this.proc.accepted(pid, this.files.ports().cleartext())
				+ this.proc.accepted(pid, this.files.ports().tls());
	}

	/**
	 * What was answered rightly once must be so in the end.
	 */
	private void addHealthFaults(List<String> faults) {
		for (Profile profile : this.settings.profiles()) {
			boolean served = this.rows.stream()
				.anyMatch((row) -> row.profile().equals(profile.name()) && row.load() != null);
			String fault = served ? Check.health(this.files.ports(), profile) : null;
			if (fault != null) {
				faults.add("not well in the end: " + profile.name() + ": " + fault);
			}
		}
	}

	private void add(SoakRow row) {
		this.rows.add(row);
		LoadResult load = row.load();
		this.progress.printf("round %d/%d: %s over %d: %s%n", row.round(), this.settings.rounds(), row.profile(),
				row.connections(), (row.failure() != null) ? "FAILED, " + row.failure()
						: (load != null) ? load.succeeded() + " answers" : "");
	}

	/**
	 * The most connections of any load.
	 */
	int most() {
		return this.settings.profiles()
			.stream()
			.flatMapToInt((profile) -> IntStream.of(counts(profile)))
			.max()
			.orElse(0);
	}

}
