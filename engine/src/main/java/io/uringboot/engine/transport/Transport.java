package io.uringboot.engine.transport;

/**
 * The ways of the operating system to move bytes that the engine can stand on, best
 * first.
 */
public enum Transport {

	/**
	 * Linux io_uring, kernel 5.9 or later.
	 */
	IO_URING("io_uring"),

	/**
	 * Linux epoll.
	 */
	EPOLL("epoll"),

	/**
	 * Java NIO, on every platform.
	 */
	NIO("nio");

	private final String displayName;

	Transport(String displayName) {
		this.displayName = displayName;
	}

	/**
	 * The transport's name as people write it; part of the names of event loop threads.
	 * @return {@code io_uring}, {@code epoll} or {@code nio}
	 */
	@Override
	public String toString() {
		return this.displayName;
	}

}
