package io.uringboot.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.check.Check;
import io.uringboot.bench.generator.Generator;
import io.uringboot.bench.generator.GeneratorException;
import io.uringboot.bench.generator.GeneratorProcess;
import io.uringboot.bench.generator.Load;
import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.CpuTime;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.report.Measurement;
import io.uringboot.bench.report.Run;
import org.jspecify.annotations.Nullable;

/**
 * One run: check, warm-up, load, and a look whether the server is still well.
 */
final class ProfileRun {

	private final Settings settings;

	private final Children children;

	private final RequestFiles files;

	private final ServerProcess process;

	private final ServerDefinition server;

	private final Profile profile;

	private final int round;

	private final ProcFs proc = new ProcFs();

	ProfileRun(Settings settings, Children children, RequestFiles files, ServerProcess process, ServerDefinition server,
			Profile profile, int round) {
		this.settings = settings;
		this.children = children;
		this.files = files;
		this.process = process;
		this.server = server;
		this.profile = profile;
		this.round = round;
	}

	Run run() {
		String fault = Check.of(this.server.name(), this.files.ports(), this.profile).fault();
		if (fault != null) {
			return failed(fault);
		}
		try {
			Generator generator = this.settings.generators().choose(this.profile);
			if (this.settings.warmUpSeconds() > 0) {
				warmUp(generator);
			}
			return measured(generator);
		}
		catch (GeneratorException | IOException ex) {
			return failed(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * In parts, so that connections end during the warm-up too: what the compiler has
	 * assumed about connections that never end is taken back with the first one that
	 * does, and is compiled anew for seconds that would fall into the window.
	 */
	private void warmUp(Generator generator) throws GeneratorException {
		for (int seconds : WarmUp.parts(this.settings.warmUpSeconds())) {
			try (GeneratorProcess load = start(generator, seconds)) {
				load.await();
				load.result();
			}
		}
	}

	/**
	 * The generator is closed whatever happens: if the server dies and cannot be read
	 * from, it would go on beside the next run.
	 */
	private Run measured(Generator generator) throws GeneratorException, IOException {
		boolean peakIsOfTheWindow = this.proc.resetPeakMemory(this.process.pid());
		try (GeneratorProcess load = start(generator, this.settings.seconds())) {
			CpuTime before = cpuTime();
			load.await();
			return run(load, cpuTime().since(before), peakIsOfTheWindow);
		}
	}

	private Run run(GeneratorProcess load, CpuTime window, boolean peakIsOfTheWindow)
			throws GeneratorException, IOException {
		long peak = this.proc.status(this.process.pid(), "VmHWM");
		LoadResult result = load.result();
		Measurement measurement = Measurement.of(result, window, this.settings.pinning().serverCpuCount(),
				this.settings.pinning().generatorCpuCount(), places(), peak);
		List<String> remarks = new ArrayList<>(Remarks.of(measurement));
		if (!peakIsOfTheWindow) {
			remarks.add("peak RSS is that of the whole life of the process");
		}
		return new Run(this.profile.name(), this.server.name(), this.round, measurement, deathOr(fault(result)),
				remarks);
	}

	private int places() {
		return this.profile.connections() * this.profile.pipelineDepth();
	}

	private CpuTime cpuTime() throws IOException {
		return this.proc.cpuTime(this.process.pid(), this.settings.pinning().serverCpus());
	}

	private @Nullable String fault(LoadResult result) {
		if (result.succeeded() == 0) {
			return "no right answer under load";
		}
		if (result.otherStatus() > 0) {
			return result.otherStatus() + " answers with another status than 2xx";
		}
		String fault = Check.health(this.files.ports(), this.profile);
		return (fault != null) ? "not well after the load: " + fault : null;
	}

	private Run failed(String reason) {
		return Run.failed(this.profile.name(), this.server.name(), this.round, String.valueOf(deathOr(reason)));
	}

	private @Nullable String deathOr(@Nullable String fault) {
		return (fault != null && this.process.hasEnded()) ? "died: " + this.process.obituary() : fault;
	}

	private GeneratorProcess start(Generator generator, int seconds) throws GeneratorException {
		int threads = Math.min(this.settings.pinning().generatorCpuCount(), this.profile.connections());
		return GeneratorProcess.start(this.children, generator, new Load(this.profile, this.files, seconds, threads),
				this.settings.pinning());
	}

}
