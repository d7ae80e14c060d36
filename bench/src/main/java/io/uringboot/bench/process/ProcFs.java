package io.uringboot.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the kernel tells about processes (proc(5)).
 */
public final class ProcFs {

	/** A state of TCP as the kernel's tables have it. */
	private static final String LISTEN = "0A";

	private final Path root;

	private final long ticksPerSecond;

	/**
	 * Reads this machine's.
	 */
	public ProcFs() {
		this(Path.of("/proc"), ClockTicks.PER_SECOND);
	}

	ProcFs(Path root, long ticksPerSecond) {
		this.root = root;
		this.ticksPerSecond = ticksPerSecond;
	}

	/**
	 * Takes the processor times of a process, of some processors, and of this program's
	 * ended children.
	 * @param pid the process
	 * @param cpus the processors in the notation of {@code taskset}, {@code null} for all
	 * @return the readings
	 * @throws IOException if the process is gone
	 */
	public CpuTime cpuTime(long pid, @Nullable String cpus) throws IOException {
		List<String> process = statFields(Long.toString(pid));
		List<String> self = statFields("self");
		// utime and stime are fields 14 and 15 of proc(5), cutime and cstime 16 and 17;
		// the list starts with field 3.
		return new CpuTime(System.nanoTime(), seconds(process, 11) + seconds(process, 12), busySeconds(cpus),
				seconds(self, 13) + seconds(self, 14));
	}

	private List<String> statFields(String process) throws IOException {
		String stat = Files.readString(this.root.resolve(process).resolve("stat"));
		// The command name, field 2, stands in parentheses and may hold any character.
		return List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" "));
	}

	private double seconds(List<String> fields, int index) {
		return (double) Long.parseLong(fields.get(index)) / this.ticksPerSecond;
	}

	private double busySeconds(@Nullable String cpus) throws IOException {
		BitSet wanted = (cpus != null) ? Pinning.parse(cpus) : null;
		long busy = 0;
		for (String line : Files.readAllLines(this.root.resolve("stat"))) {
			if (!line.matches("cpu\\d+ .*")) {
				continue;
			}
			String[] fields = line.split(" +");
			if (wanted == null || wanted.get(Integer.parseInt(fields[0].substring(3)))) {
				// user, nice and system; irq, softirq and steal. Not idle and iowait.
				for (int field : new int[] { 1, 2, 3, 6, 7, 8 }) {
					busy += Long.parseLong(fields[field]);
				}
			}
		}
		return (double) busy / this.ticksPerSecond;
	}

	/**
	 * Returns how many processors the machine has, whatever this program may use of them.
	 * @return the number
	 */
	public int processors() {
		try (Stream<String> lines = Files.lines(this.root.resolve("stat"))) {
			return (int) lines.filter((line) -> line.matches("cpu\\d+ .*")).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + this.root.resolve("stat") + "; measuring needs Linux", ex);
		}
	}

	/**
	 * Returns a number from a process's status.
	 * @param pid the process
	 * @param key the key, such as {@code VmHWM} (peak of resident memory, in kB)
	 * @return the number
	 * @throws IOException if the process is gone
	 */
	public long status(long pid, String key) throws IOException {
		for (String line : Files.readAllLines(process(pid).resolve("status"))) {
			if (line.startsWith(key + ":")) {
				return Long.parseLong(line.substring(key.length() + 1).strip().split("\\s+")[0]);
			}
		}
		throw new IOException("no " + key + " in the status of process " + pid);
	}

	/**
	 * Makes the peak of resident memory start again from the present value.
	 * @param pid the process
	 * @return whether the kernel allowed it
	 */
	public boolean resetPeakMemory(long pid) {
		try {
			Files.writeString(process(pid).resolve("clear_refs"), "5");
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Counts open file descriptors.
	 * @param pid the process
	 * @return the counts
	 * @throws IOException if the process is gone
	 */
	public Descriptors descriptors(long pid) throws IOException {
		List<String> targets = descriptorTargets(pid);
		return new Descriptors(targets.size(),
				(int) targets.stream().filter((target) -> target.startsWith("socket:")).count());
	}

	private List<String> descriptorTargets(long pid) throws IOException {
		List<String> targets = new ArrayList<>();
		try (Stream<Path> links = Files.list(process(pid).resolve("fd"))) {
			for (Path link : links.toList()) {
				try {
					targets.add(Files.readSymbolicLink(link).toString());
				}
				catch (IOException ex) {
					// Closed between listing and looking.
				}
			}
		}
		return targets;
	}

	/**
	 * Returns the limit of open files, the one in force.
	 * @param pid the process
	 * @return the limit
	 * @throws IOException if the process is gone
	 */
	public long openFileLimit(long pid) throws IOException {
		for (String line : Files.readAllLines(process(pid).resolve("limits"))) {
			if (line.startsWith("Max open files")) {
				String soft = line.substring("Max open files".length()).strip().split("\\s+")[0];
				return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
			}
		}
		throw new IOException("no limit of open files for process " + pid);
	}

	/**
	 * Tells whether a process holds a listening TCP socket on a port: otherwise the
	 * processor time of the wrong process would be measured.
	 * @param pid the process
	 * @param port the port
	 * @return whether it does
	 * @throws IOException if the process is gone
	 */
	public boolean listens(long pid, int port) throws IOException {
		return sockets(pid, port, LISTEN::equals) > 0;
	}

	/**
	 * Counts the connections that a process has accepted on a port and not closed. Those
	 * it has opened, to a database say, are its own affair.
	 * @param pid the process
	 * @param port the port
	 * @return how many
	 * @throws IOException if the process is gone
	 */
	public int accepted(long pid, int port) throws IOException {
		return sockets(pid, port, (state) -> !state.equals(LISTEN));
	}

	private int sockets(long pid, int port, Predicate<String> state) throws IOException {
		Set<String> inodes = new HashSet<>();
		for (String table : List.of("tcp", "tcp6")) {
			Path file = process(pid).resolve("net").resolve(table);
			if (Files.exists(file)) {
				inodes.addAll(inodes(Files.readAllLines(file), port, state));
			}
		}
		return (int) descriptorTargets(pid).stream()
			.filter((target) -> target.startsWith("socket:[")
					&& inodes.contains(target.substring(8, target.length() - 1)))
			.count();
	}

	private static Set<String> inodes(List<String> table, int port, Predicate<String> state) {
		String suffix = String.format(Locale.ROOT, ":%04X", port);
		Set<String> inodes = new HashSet<>();
		for (String line : table) {
			String[] fields = line.strip().split("\\s+");
			// Local address, state and inode.
			if (fields.length > 9 && fields[1].endsWith(suffix) && state.test(fields[3])) {
				inodes.add(fields[9]);
			}
		}
		return inodes;
	}

	private Path process(long pid) {
		return this.root.resolve(Long.toString(pid));
	}

}
