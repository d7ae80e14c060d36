package io.uringboot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the server of the application stands on. The bean {@code Supplier<ServerState>}
 * tells it at any time. Immutable.
 *
 * @param kernel version of the Linux kernel, {@code null} on other systems
 * @param eventLoops the event loops, {@code null} while they are not running and if they
 * are those of the application's own {@code ReactorResourceFactory}
 * @param shardedAccept whether each event loop has a listening socket of its own
 * @param codec whether HTTP/1.1 is served by the engine's codec
 * @param listeners the server of {@code server.port} and those of {@code uring.listeners}
 */
public record ServerState(@Nullable String kernel, @Nullable EventLoopsState eventLoops, boolean shardedAccept,
		boolean codec, List<ListenerState> listeners) {

	/**
	 * The event loops.
	 *
	 * @param transport {@code io_uring}, {@code epoll} or {@code nio}
	 * @param passedOver why it is not a better transport, empty if nothing was better
	 * @param count number of loops, each with a thread of its own
	 * @param pendingTasks tasks that wait for one of the loops at this moment
	 * @param ring sizes of the rings, {@code null} on other transports
	 * @param bufferRing the rings of receive buffers, {@code null} if there are none
	 */
	public record EventLoopsState(String transport, List<String> passedOver, int count, int pendingTasks,
			@Nullable RingState ring, @Nullable BufferRingState bufferRing) {

	}

	/**
	 * Sizes of a ring.
	 *
	 * @param size entries of the submission queue
	 * @param completionQueueSize entries of the completion queue
	 */
	public record RingState(int size, int completionQueueSize) {

	}

	/**
	 * Sizes of a ring of receive buffers.
	 *
	 * @param size number of buffers
	 * @param bufferSize octets of each
	 */
	public record BufferRingState(int size, int bufferSize) {

	}

	/**
	 * A listener.
	 *
	 * @param name its name, {@code server} for that of {@code server.port}
	 * @param port the port that it is bound to, {@code null} if it is not bound or has
	 * none
	 * @param protocols its protocols; empty if they are those of Boot's properties
	 * @param tls who does TLS, {@code BoringSSL} or {@code JDK}; {@code null} if the
	 * listener does not speak it
	 */
	public record ListenerState(String name, @Nullable Integer port, List<String> protocols, @Nullable String tls) {

	}

}
