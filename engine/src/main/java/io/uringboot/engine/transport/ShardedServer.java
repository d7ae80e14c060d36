package io.uringboot.engine.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import io.netty.channel.Channel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

/**
 * A bound server with several listening sockets: the first one, and others that close
 * with it.
 */
final class ShardedServer implements DisposableServer {

	private final DisposableServer first;

	private final List<DisposableServer> later;

	ShardedServer(DisposableServer first, List<DisposableServer> later) {
		this.first = first;
		this.later = later;
		first.channel().closeFuture().addListener((future) -> disposeLater());
	}

	@Override
	public Channel channel() {
		return this.first.channel();
	}

	@Override
	public InetSocketAddress address() {
		return (InetSocketAddress) this.first.address();
	}

	@Override
	public String host() {
		return this.first.host();
	}

	@Override
	public int port() {
		return this.first.port();
	}

	@Override
	public void dispose() {
		disposeLater();
		this.first.dispose();
	}

	/**
	 * Closes the later sockets before the first: that one's {@code disposeNow} goes on to
	 * look for connections in use, and by then none may be added.
	 */
	@Override
	public void disposeNow(Duration timeout) {
		disposeLater();
		laterDisposed().block(timeout);
		this.first.disposeNow(timeout);
	}

	@Override
	public boolean isDisposed() {
		return this.first.isDisposed() && this.later.stream().allMatch(DisposableServer::isDisposed);
	}

	/**
	 * Ends when all sockets are closed and the address is free.
	 */
	@Override
	public Mono<Void> onDispose() {
		return this.first.onDispose().then(laterDisposed());
	}

	private void disposeLater() {
		this.later.forEach(DisposableServer::dispose);
	}

	private Mono<Void> laterDisposed() {
		return Flux.fromIterable(this.later).flatMap(DisposableServer::onDispose).then();
	}

	@Override
	public String toString() {
		return "ShardedServer{sockets=%d, address=%s}".formatted(1 + this.later.size(), address());
	}

}
