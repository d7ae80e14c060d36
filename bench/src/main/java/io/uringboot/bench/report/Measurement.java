package io.uringboot.bench.report;

import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.process.CpuTime;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run.
 *
 * @param load what the generator counted
 * @param requestsPerSecond right answers per second
 * @param bytesPerResponse bytes of an answer, head included
 * @param cpuMicrosPerRequest processor time of the server per right answer, in
 * microseconds
 * @param serverUtilisation processor time of the server by what its processors offered, 0
 * to 1
 * @param coreUtilisation the same for everything that ran on the server's processors
 * @param generatorUtilisation the same for the generator on its own processors
 * @param busyConnections requests under way on the mean by requests that could be, 0 to
 * 1, {@code null} without a mean time
 * @param peakResidentKilobytes peak of the server's resident memory
 */
public record Measurement(LoadResult load, double requestsPerSecond, double bytesPerResponse,
		double cpuMicrosPerRequest, double serverUtilisation, double coreUtilisation, double generatorUtilisation,
		@Nullable Double busyConnections, long peakResidentKilobytes) {

	/**
	 * From this share on, other work on the server's processors is worth a word.
	 */
	public static final double FOREIGN_WORK = 0.05;

	/**
	 * Puts the readings of a run together.
	 * @param load what the generator counted
	 * @param window processor times spent in the window
	 * @param serverCpus how many processors the server has
	 * @param generatorCpus how many processors the generator has
	 * @param places requests that can be under way at a time: connections by pipeline
	 * depth
	 * @param peakResidentKilobytes peak of the server's resident memory
	 * @return the figures
	 */
	public static Measurement of(LoadResult load, CpuTime window, int serverCpus, int generatorCpus, int places,
			long peakResidentKilobytes) {
		double offered = window.seconds() * serverCpus;
		Double mean = load.latency().mean();
		// Little's law: requests under way = rate × time.
		Double busy = (mean != null) ? (load.succeeded() + load.otherStatus()) / load.seconds() * mean / 1e6 / places
				: null;
		return new Measurement(load, load.rate(), load.bytesPerResponse(),
				window.process() * 1e6 / Math.max(1, load.succeeded()), window.process() / offered,
				window.cores() / offered, window.children() / (window.seconds() * generatorCpus), busy,
				peakResidentKilobytes);
	}

	/**
	 * Returns what other work took of the server's processors.
	 * @return the share, 0 to 1
	 */
	public double foreignUtilisation() {
		return this.coreUtilisation - this.serverUtilisation;
	}

}
