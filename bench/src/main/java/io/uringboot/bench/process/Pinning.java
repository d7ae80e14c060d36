package io.uringboot.bench.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Which processors the server and the load generator run on.
 *
 * @param serverCpus processors of the server in the notation of {@code taskset -c}, such
 * as {@code 0} or {@code 0-3,8}; {@code null} pins nothing
 * @param generatorCpus those of the generator and of this program
 */
public record Pinning(@Nullable String serverCpus, @Nullable String generatorCpus) {

	/**
	 * No pinning at all.
	 */
	public static final Pinning NONE = new Pinning(null, null);

	/**
	 * Pins the server and the generator.
	 * @param serverCpus processors of the server
	 * @param generatorCpus processors of the generator
	 * @return the pinning
	 * @throws IllegalArgumentException if a list is malformed, names a processor this
	 * machine does not have, or the two lists overlap
	 */
	public static Pinning of(String serverCpus, String generatorCpus) {
		BitSet server = parse(serverCpus);
		BitSet generator = parse(generatorCpus);
		int processors = new ProcFs().processors();
		if (Math.max(server.length(), generator.length()) > processors) {
			throw new IllegalArgumentException("processors " + serverCpus + " and " + generatorCpus
					+ " are asked for, this machine has " + processors);
		}
		if (server.intersects(generator)) {
			throw new IllegalArgumentException("server and generator share a processor");
		}
		return new Pinning(serverCpus, generatorCpus);
	}

	/**
	 * Returns the numbers in a processor list.
	 * @param list the list
	 * @return the processor numbers
	 */
	static BitSet parse(String list) {
		if (!list.matches("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*")) {
			throw new IllegalArgumentException("not a list of processors: '" + list + "'");
		}
		BitSet cpus = new BitSet();
		for (String part : list.split(",")) {
			String[] range = part.split("-");
			int first = Integer.parseInt(range[0]);
			int last = Integer.parseInt(range[range.length - 1]);
			if (last < first) {
				throw new IllegalArgumentException("not a range of processors: '" + part + "'");
			}
			cpus.set(first, last + 1);
		}
		return cpus;
	}

	/**
	 * Returns how many processors the server has.
	 * @return the number
	 */
	public int serverCpuCount() {
		return (this.serverCpus != null) ? parse(this.serverCpus).cardinality()
				: Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Returns how many processors the generator has.
	 * @return the number
	 */
	public int generatorCpuCount() {
		return (this.generatorCpus != null) ? parse(this.generatorCpus).cardinality() : 1;
	}

	/**
	 * Returns the command pinned to the server's processors.
	 * @param command the command
	 * @return the command to start
	 */
	public List<String> server(List<String> command) {
		return pin(this.serverCpus, command);
	}

	/**
	 * Returns the command pinned to the generator's processors.
	 * @param command the command
	 * @return the command to start
	 */
	public List<String> generator(List<String> command) {
		return pin(this.generatorCpus, command);
	}

	/**
	 * Returns the command with all processors of both, for work that is not measured.
	 * @param command the command
	 * @return the command to start
	 */
	public List<String> both(List<String> command) {
		return pin((this.serverCpus != null) ? this.serverCpus + "," + this.generatorCpus : null, command);
	}

	private static List<String> pin(@Nullable String cpus, List<String> command) {
		if (cpus == null) {
			return command;
		}
		// taskset replaces itself by the command, so the process id stays the same.
		List<String> pinned = new ArrayList<>(List.of("taskset", "-c", cpus));
		pinned.addAll(command);
		return List.copyOf(pinned);
	}

	/**
	 * Moves this program, all its threads, to the generator's processors.
	 * @throws IOException if {@code taskset} is missing or refuses
	 */
	public void pinThisProgram() throws IOException {
		if (this.generatorCpus == null) {
			return;
		}
		String pid = Long.toString(ProcessHandle.current().pid());
		Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", this.generatorCpus, pid)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!taskset.waitFor(10, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
				throw new IOException("taskset cannot pin to processor " + this.generatorCpus);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
