package io.uringboot.engine.transport;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a transport cannot be used here: what was seen and what to do about it,
 * both in whole sentences made for a person who reads a log. Immutable.
 *
 * @param transport the transport
 * @param kind the reason's kind
 * @param description what was seen
 * @param remedy what makes the transport available
 * @param cause what the attempt to use the transport threw, or {@code null} if there was
 * none
 */
public record Unavailability(Transport transport, Kind kind, String description, String remedy,
		@Nullable Throwable cause) {

	/**
	 * Kinds of reasons.
	 */
	public enum Kind {

		/**
		 * The operating system has no such transport.
		 */
		NOT_LINUX,

		/**
		 * Native transports are switched off by a system property of Netty.
		 */
		DISABLED,

		/**
		 * The jar with the native library is not on the class path.
		 */
		NATIVE_LIBRARY_MISSING,

		/**
		 * The native library is there but made for another processor, C library or Netty
		 * version, or the place where it is unpacked forbids loading it.
		 */
		NATIVE_LIBRARY_INCOMPATIBLE,

		/**
		 * The kernel lacks the transport or a feature that it needs.
		 */
		KERNEL_TOO_OLD,

		/**
		 * The system calls are refused: by a seccomp filter, by the sysctl
		 * {@code kernel.io_uring_disabled}, or by a security module.
		 */
		NOT_PERMITTED,

		/**
		 * The limit of locked memory ({@code RLIMIT_MEMLOCK}) is too low for the rings.
		 */
		MEMORY_LOCK_LIMIT,

		/**
		 * The process or the system has run out of file descriptors
		 * ({@code RLIMIT_NOFILE}).
		 */
		OPEN_FILE_LIMIT,

		/**
		 * The transport is available, and yet its event loops could not be created, for a
		 * reason that is none of the others.
		 */
		RING_CREATION_FAILED

	}

	/**
	 * What was seen and what to do, in one line.
	 * @return {@link #description()} and {@link #remedy()}
	 */
	@Override
	public String toString() {
		return this.description + " " + this.remedy;
	}

}
