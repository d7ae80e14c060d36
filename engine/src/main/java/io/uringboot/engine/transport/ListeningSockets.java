package io.uringboot.engine.transport;

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.group.ChannelGroup;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;

/**
 * The listening sockets of a sharded server while they are being bound. Whatever is in
 * here is closed when binding is given up, however late it comes.
 */
final class ListeningSockets {

	private final List<DisposableServer> bound = new ArrayList<>();

	private final @Nullable ChannelGroup connections;

	private State state = State.BINDING;

	private @Nullable Thread emitter;

	ListeningSockets(@Nullable ChannelGroup connections) {
		this.connections = connections;
	}

	/**
	 * Adds a bound socket, the server's first one first.
	 * @param socket the socket, which is closed if binding has been given up
	 * @return whether to go on
	 */
	synchronized boolean add(DisposableServer socket) {
		if (this.state == State.ABANDONED) {
			socket.dispose();
			return false;
		}
		this.bound.add(socket);
		return true;
	}

	/**
	 * Makes the server of all sockets, for the current thread to emit.
	 * @return the server
	 */
	synchronized DisposableServer complete() {
		if (this.state == State.BINDING) {
			this.state = State.EMITTING;
			this.emitter = Thread.currentThread();
		}
		return new BoundServer(this.bound.get(0), this.bound.subList(1, this.bound.size()), this.connections);
	}

	/**
	 * From now on the sockets are the subscriber's.
	 */
	synchronized void emitted() {
		if (this.state == State.EMITTING) {
			this.state = State.EMITTED;
		}
	}

	/**
	 * Closes what was bound, unless the subscriber has it. A subscriber that cancels
	 * because it has got the server does so while the server is emitted; from another
	 * thread it gives up.
	 */
	synchronized void abandon() {
		boolean received = this.state == State.EMITTED
				|| (this.state == State.EMITTING && this.emitter == Thread.currentThread());
		if (!received) {
			this.state = State.ABANDONED;
			this.bound.forEach(DisposableServer::dispose);
		}
	}

	private enum State {

		BINDING, EMITTING, EMITTED, ABANDONED

	}

}
