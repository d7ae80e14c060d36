package io.uringboot.bench.process;

/**
 * Readings of processor time, taken together so that differences belong to one window.
 *
 * @param nanoTime when they were taken, by {@link System#nanoTime()}
 * @param process seconds of the observed process, all threads, user and system
 * @param cores seconds the observed processors were busy, with whatever
 * @param children seconds of the ended and awaited children of this program
 */
public record CpuTime(long nanoTime, double process, double cores, double children) {

	/**
	 * Returns what has passed since an earlier reading.
	 * @param earlier the earlier reading
	 * @return the differences; {@code nanoTime} is the length of the window
	 */
	public CpuTime since(CpuTime earlier) {
		return new CpuTime(this.nanoTime - earlier.nanoTime, this.process - earlier.process, this.cores - earlier.cores,
				this.children - earlier.children);
	}

	/**
	 * Returns the length of a window in seconds.
	 * @return the seconds
	 */
	public double seconds() {
		return this.nanoTime / 1e9;
	}

}
