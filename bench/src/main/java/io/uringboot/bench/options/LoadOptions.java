package io.uringboot.bench.options;

import io.uringboot.bench.generator.Generators;
import io.uringboot.bench.process.Pinning;
import picocli.CommandLine.Option;

/**
 * Options about load generators and who runs where.
 */
public final class LoadOptions {

	@Option(names = "--server-cpus", paramLabel = "LIST", defaultValue = "0",
			description = "Processors of the server (${DEFAULT-VALUE}).")
	private String serverCpus = "";

	@Option(names = "--generator-cpus", paramLabel = "LIST", defaultValue = "1",
			description = "Processors of the load generator (${DEFAULT-VALUE}).")
	private String generatorCpus = "";

	@Option(names = "--unpinned", description = "Pins nothing; for trying out, not for figures.")
	private boolean unpinned;

	@Option(names = "--generator", paramLabel = "NAME", defaultValue = "auto",
			description = "gcannon, wrk, h2load, or the first of these that is there and can (${DEFAULT-VALUE}).")
	private String generator = "";

	/**
	 * Returns who runs where.
	 * @return the processors
	 * @throws IllegalArgumentException if they are no lists of processors
	 */
	public Pinning pinning() {
		return this.unpinned ? Pinning.NONE : Pinning.of(this.serverCpus, this.generatorCpus);
	}

	/**
	 * Looks for the generators to choose from.
	 * @return the generators
	 */
	public Generators generators() {
		return Generators.onPath(this.generator);
	}

}
