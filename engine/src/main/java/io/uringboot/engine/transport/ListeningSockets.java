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

	private State state = State.BINDING;

	synchronized void add(DisposableServer socket) {
		if (this.state == State.ABANDONED) {
			socket.dispose();
			return;
		}
		this.bound.add(socket);
	}

	synchronized DisposableServer complete(DisposableServer first, @Nullable ChannelGroup connections) {
		if (this.state == State.BINDING) {
			this.state = State.COMPLETE;
		}
		List<DisposableServer> later = this.bound.stream().filter((socket) -> socket != first).toList();
		return new BoundServer(first, later, connections);
	}

	/**
	 * Closes what was bound, unless the server has been handed out before.
	 */
	synchronized void abandon() {
		if (this.state == State.BINDING) {
			this.state = State.ABANDONED;
			this.bound.forEach(DisposableServer::dispose);
		}
	}

	private enum State {

		BINDING, COMPLETE, ABANDONED

	}

}
