package io.uringboot.engine.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.EventLoop;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.FutureMono;
import reactor.netty.channel.ChannelOperations;

/**
 * A bound server: its first listening socket, and others that close with it. It is
 * disposed when the kernel has taken all of them down, so that the address is free for
 * the next server.
 */
final class BoundServer implements DisposableServer {

	private final DisposableServer first;

	private final List<DisposableServer> later;

	private final @Nullable ChannelGroup connections;

	/**
	 * Creates a server.
	 * @param first the first listening socket
	 * @param later further ones
	 * @param connections the connections, or {@code null} if they are not known
	 */
	BoundServer(DisposableServer first, List<DisposableServer> later, @Nullable ChannelGroup connections) {
		this.first = first;
		this.later = List.copyOf(later);
		this.connections = connections;
		first.channel().closeFuture().addListener((future) -> disposeLater());
	}

	@Override
	public Channel channel() {
		return this.first.channel();
	}

	@Override
	public SocketAddress address() {
		return this.first.address();
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
	public String path() {
		return this.first.path();
	}

	@Override
	public void dispose() {
		disposeLater();
		this.first.dispose();
	}

	/**
	 * Closes the later sockets before the first: that one's {@code disposeNow} goes on to
	 * look for connections in use, and by then none may be added. It asks those with a
	 * request on the standard path to end after it and waits for them; the others it asks
	 * to close and does not wait, although the codec closes them only after the answer
	 * that is being made. So these are waited for here. It also looks before the socket
	 * is closed, so those that a busy loop accepts until then are asked here.
	 */
	@Override
	public void disposeNow(Duration timeout) {
		if (isDisposed()) {
			return;
		}
		disposeLater();
		laterDisposed().block(timeout);
		this.first.disposeNow(timeout);
		takenDown(this.first).block(timeout);
		if (this.connections != null) {
			this.connections.forEach(BoundServer::endWhenAnswered);
			FutureMono.from(this.connections.newCloseFuture()).onErrorComplete().block(timeout);
		}
	}

	private static void endWhenAnswered(Channel connection) {
		if (!(connection.parent() instanceof ServerChannel)) {
			connection.parent().close(); // of an HTTP/2 stream, which finishes its
											// streams
			return;
		}
		ChannelOperations<?, ?> operations = ChannelOperations.get(connection);
		if (operations == null) {
			connection.close();
		}
		else {
			operations.onTerminate().doFinally((signal) -> operations.dispose()).subscribe();
		}
	}

	@Override
	public boolean isDisposed() {
		return this.first.isDisposed() && this.later.stream().allMatch(DisposableServer::isDisposed);
	}

	@Override
	public Mono<Void> onDispose() {
		return takenDown(this.first).then(laterDisposed());
	}

	private void disposeLater() {
		this.later.forEach(DisposableServer::dispose);
	}

	private Mono<Void> laterDisposed() {
		return Flux.fromIterable(this.later).flatMap(BoundServer::takenDown).then();
	}

	/**
	 * Netty takes a channel as closed when the loop has only noted down what is to be
	 * done: a submission that cancels the accept and one that closes the socket
	 * (io_uring), a key that the next select gives up (NIO). So let the loop do it.
	 */
	private static Mono<Void> takenDown(DisposableServer socket) {
		EventLoop loop = socket.channel().eventLoop();
		return socket.onDispose().then(pass(loop));
	}

	/**
	 * Ends when the loop has submitted or selected at least once: it looks for scheduled
	 * tasks that are due before a round of tasks, not during it.
	 */
	private static Mono<Void> pass(EventLoop loop) {
		return Mono.create((sink) -> {
			try {
				loop.execute(() -> schedule(loop, sink));
			}
			catch (RejectedExecutionException ex) {
				// A loop that has ended has nothing open any more.
				sink.success();
			}
		});
	}

	private static void schedule(EventLoop loop, MonoSink<Void> sink) {
		loop.schedule(() -> {
		}, 1, TimeUnit.NANOSECONDS).addListener((future) -> sink.success());
	}

	@Override
	public String toString() {
		return "BoundServer{address=%s, sockets=%d}".formatted(address(), 1 + this.later.size());
	}

}
