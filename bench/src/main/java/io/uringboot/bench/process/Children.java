package io.uringboot.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The processes this program has started. Whatever way the program ends, those still
 * alive are stopped; only they, and by their own handles.
 */
public final class Children {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final Set<Process> alive = new LinkedHashSet<>();

	private boolean closed;

	/**
	 * Creates the registry and ties it to the end of this program.
	 */
	public Children() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-children"));
	}

	/**
	 * Starts a process.
	 * @param builder what to start
	 * @return the process
	 * @throws IOException if it cannot be started, or this program is ending
	 */
	public synchronized Process start(ProcessBuilder builder) throws IOException {
		if (this.closed) {
			throw new IOException("interrupted");
		}
		Process process = builder.start();
		this.alive.add(process);
		process.onExit().thenAccept(this::forget);
		return process;
	}

	private synchronized void forget(Process process) {
		this.alive.remove(process);
	}

	/**
	 * Ends a process: asked first, forced after ten seconds.
	 * @param process the process
	 * @return whether it went when asked
	 */
	public static boolean stop(Process process) {
		process.destroy();
		if (waitFor(process, GRACE)) {
			return true;
		}
		process.destroyForcibly();
		waitFor(process, GRACE);
		return false;
	}

	private static boolean waitFor(Process process, Duration bound) {
		try {
			return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void close() {
		List<Process> remaining;
		synchronized (this) {
			this.closed = true;
			remaining = List.copyOf(this.alive);
		}
		remaining.forEach(Process::destroy);
		remaining.forEach(Children::stop);
	}

}
