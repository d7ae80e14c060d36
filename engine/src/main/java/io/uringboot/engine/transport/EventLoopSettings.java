package io.uringboot.engine.transport;

/**
 * Settings of the server's event loops. Immutable; every way to make one checks the
 * ranges and throws {@link IllegalArgumentException} naming the setting that is wrong.
 * The ring and buffer settings matter on {@link Transport#IO_URING io_uring} alone.
 *
 * @param threadPrefix what the names of the event loop threads begin with, not blank
 * @param threads number of event loops, each with a thread of its own, 0 to 1024; 0 means
 * one per available processor
 * @param ringSize entries of a submission queue, a power of two from 16 to 32768. A full
 * queue costs an additional system call.
 * @param completionQueueSize entries of a completion queue, a power of two from
 * {@code ringSize} to 65536. An overflow costs additional system calls and a warning in
 * Netty's log.
 * @param bufferRing whether the kernel picks receive buffers out of a ring that each loop
 * provides (Linux 5.19), instead of one being allocated when data is there
 * @param bufferRingSize buffers in a provided ring, a power of two from 2 to 16384
 * @param bufferSize bytes of each provided buffer, 64 to 1048576
 */
public record EventLoopSettings(String threadPrefix, int threads, int ringSize, int completionQueueSize,
		boolean bufferRing, int bufferRingSize, int bufferSize) {

	// Rings count as locked memory on some kernels (6.18 is one), unless the process has
	// CAP_IPC_LOCK: about 100 KiB a loop with these sizes, so that 64 loops fit in the
	// usual limit of 8 MiB.
	private static final EventLoopSettings DEFAULTS = new EventLoopSettings("uring-http", 0, 512, 4096, false, 256,
			16 * 1024);

	public EventLoopSettings {
		if (threadPrefix.isBlank()) {
			throw new IllegalArgumentException("threadPrefix must not be blank");
		}
		checkRange("threads", threads, 0, 1024);
		// 32768 and 65536 are the kernel's IORING_MAX_ENTRIES and IORING_MAX_CQ_ENTRIES
		checkRange("ringSize", ringSize, 16, 32768);
		checkPowerOfTwo("ringSize", ringSize);
		checkRange("completionQueueSize", completionQueueSize, ringSize, 65536);
		checkPowerOfTwo("completionQueueSize", completionQueueSize);
		// Netty holds this one in a short and wants it to be even
		checkRange("bufferRingSize", bufferRingSize, 2, 16384);
		checkPowerOfTwo("bufferRingSize", bufferRingSize);
		checkRange("bufferSize", bufferSize, 64, 1024 * 1024);
	}

	/**
	 * One loop per available processor, rings of 512 submissions and 4096 completions, no
	 * provided buffers.
	 * @return the default settings
	 */
	public static EventLoopSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * These settings with another thread name prefix.
	 * @param threadPrefix see {@link #threadPrefix()}
	 * @return the new settings
	 */
	public EventLoopSettings withThreadPrefix(String threadPrefix) {
		return new EventLoopSettings(threadPrefix, this.threads, this.ringSize, this.completionQueueSize,
				this.bufferRing, this.bufferRingSize, this.bufferSize);
	}

	/**
	 * These settings with another number of event loops.
	 * @param threads see {@link #threads()}
	 * @return the new settings
	 */
	public EventLoopSettings withThreads(int threads) {
		return new EventLoopSettings(this.threadPrefix, threads, this.ringSize, this.completionQueueSize,
				this.bufferRing, this.bufferRingSize, this.bufferSize);
	}

	/**
	 * These settings with other queue sizes.
	 * @param ringSize see {@link #ringSize()}
	 * @param completionQueueSize see {@link #completionQueueSize()}
	 * @return the new settings
	 */
	public EventLoopSettings withRing(int ringSize, int completionQueueSize) {
		return new EventLoopSettings(this.threadPrefix, this.threads, ringSize, completionQueueSize, this.bufferRing,
				this.bufferRingSize, this.bufferSize);
	}

	/**
	 * These settings with provided-buffer rings switched on.
	 * @param bufferRingSize see {@link #bufferRingSize()}
	 * @param bufferSize see {@link #bufferSize()}
	 * @return the new settings
	 */
	public EventLoopSettings withBufferRing(int bufferRingSize, int bufferSize) {
		return new EventLoopSettings(this.threadPrefix, this.threads, this.ringSize, this.completionQueueSize, true,
				bufferRingSize, bufferSize);
	}

	/**
	 * The number of loops that these settings ask for on this machine.
	 * @return {@link #threads()}, or the available processors when that is 0
	 */
	int loopCount() {
		return (this.threads != 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

	private static void checkRange(String setting, int value, int from, int to) {
		if (value < from || value > to) {
			throw new IllegalArgumentException(
					"%s must be from %d to %d, but is %d".formatted(setting, from, to, value));
		}
	}

	private static void checkPowerOfTwo(String setting, int value) {
		if (Integer.bitCount(value) != 1) {
			throw new IllegalArgumentException("%s must be a power of two, but is %d".formatted(setting, value));
		}
	}

}
