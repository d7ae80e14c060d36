package io.uringboot.bench.storm;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.process.Descriptors;
import io.uringboot.bench.process.ErrorLog;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.process.ServerProcess;
import org.jspecify.annotations.Nullable;

/**
 * Waves of connections against a running server, with readings between them.
 */
final class Storm {

	private static final Duration REST = Duration.ofSeconds(1);

	private static final int SPARE_DESCRIPTORS = 200;

	private static final int SAMPLES = 5;

	private final ServerProcess server;

	private final Duration settling;

	private final PrintStream out;

	private final ProcFs proc = new ProcFs();

	private final Wave wave;

	private final List<Reading> readings = new ArrayList<>();

	Storm(ServerProcess server, Duration settling, PrintStream out) {
		this.server = server;
		this.settling = settling;
		this.out = out;
		this.wave = new Wave(server.port());
	}

	/**
	 * Runs the storm and prints what it does to the server.
	 * @return what is wrong, empty if all is well
	 */
	List<String> run(int connections, int waves, Limits limits) throws IOException {
		String shortage = shortage(connections);
		if (shortage != null) {
			return List.of(shortage);
		}
		List<String> faults = new ArrayList<>();
		awaitRest();
		addHealthFault(faults, "before the storm");
		take("fresh");
		try {
			for (int i = 1; i <= waves && faults.isEmpty(); i++) {
				this.wave.run(connections);
				awaitClosedSockets();
				take("wave " + i);
			}
			addHealthFault(faults, "after the storm");
		}
		catch (IOException ex) {
			faults.add(this.server.hasEnded() ? "died: " + this.server.obituary() : String.valueOf(ex.getMessage()));
		}
		faults.addAll(limits.faults(this.readings));
		print();
		return faults;
	}

	private @Nullable String shortage(int connections) throws IOException {
		long needed = connections + SPARE_DESCRIPTORS;
		long own = this.proc.openFileLimit(ProcessHandle.current().pid());
		long servers = this.proc.openFileLimit(this.server.pid());
		return (Math.min(own, servers) >= needed) ? null : "the limit of open files (" + own + " here, " + servers
				+ " in the server) is below the " + needed + " needed; raise it with ulimit -n";
	}

	private void addHealthFault(List<String> faults, String moment) {
		String fault = this.wave.health();
		if (fault != null) {
			faults.add("not well " + moment + ": " + fault);
		}
	}

	/**
	 * A server may open further ports after the one that answers.
	 */
	private void awaitRest() throws IOException {
		long deadline = System.nanoTime() + this.settling.toNanos();
		Descriptors last;
		Descriptors now = this.proc.descriptors(this.server.pid());
		do {
			last = now;
			Pause.of(REST);
			now = this.proc.descriptors(this.server.pid());
		}
		while (!now.equals(last) && System.nanoTime() < deadline);
	}

	/**
	 * Resets arrive at once, but the server works through them in its own time.
	 */
	private void awaitClosedSockets() throws IOException {
		int target = this.readings.get(0).sockets();
		long deadline = System.nanoTime() + this.settling.toNanos();
		while (this.proc.descriptors(this.server.pid()).sockets() > target && System.nanoTime() < deadline) {
			Pause.of(Duration.ofMillis(100));
		}
	}

	private void take(String moment) throws IOException {
		long pid = this.server.pid();
		// Buffers that only wait for the collector are not a leak.
		NativeMemory.collectGarbage(pid);
		Descriptors descriptors = this.proc.descriptors(pid);
		this.readings.add(new Reading(moment, descriptors.total(), descriptors.sockets(),
				this.proc.status(pid, "Threads"), this.proc.status(pid, "VmRSS"), NativeMemory.offHeapKilobytes(pid),
				ErrorLog.troubles(this.server.logLines()).size()));
	}

	private void print() {
		this.out.printf("%-10s %12s %8s %8s %10s %10s %12s%n", "", "descriptors", "sockets", "threads", "RSS kB",
				"off-heap kB", "error lines");
		for (Reading reading : this.readings) {
			Long offHeap = reading.offHeapKilobytes();
			this.out.printf("%-10s %12d %8d %8d %10d %10s %12d%n", reading.moment(), reading.descriptors(),
					reading.sockets(), reading.threads(), reading.residentKilobytes(),
					(offHeap != null) ? offHeap : "unknown", reading.errorLines());
		}
		ErrorLog.troubles(this.server.logLines())
			.stream()
			.skip(this.readings.isEmpty() ? 0 : this.readings.get(0).errorLines())
			.limit(SAMPLES)
			.forEach((line) -> this.out.println("log: " + line));
	}

}
