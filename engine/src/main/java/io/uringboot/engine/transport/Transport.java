package io.uringboot.engine.transport;

/**
 * The ways of the operating system to move bytes that the engine can stand on.
 */
public enum Transport {

	/**
	 * Linux io_uring.
	 */
	IO_URING,

	/**
	 * Linux epoll.
	 */
	EPOLL,

	/**
	 * Java NIO, on every platform.
	 */
	NIO

}
