package io.uringboot.engine.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.util.AttributeKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.ConnectionObserver;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerConfig;

/**
 * An {@link HttpServer} that listens with one socket per event loop. Each loop accepts
 * and serves connections of its own; the kernel spreads them (SO_REUSEPORT), and none is
 * handed over between threads. Everything else is as configured on the server that is
 * wrapped; operations on the wrapper return wrappers again.
 * <p>
 * It shards if the server {@linkplain #runOn runs on} {@link EventLoops} of a native
 * transport with more than one loop. Otherwise, and for Unix domain sockets, HTTP/3 or
 * with a {@linkplain #maxConnections limit of connections} (which reactor-netty counts
 * per listening socket), {@link #bind()} is that of the wrapped server.
 * <p>
 * Callbacks around the listening socket ({@link #doOnBind}, {@link #doOnBound},
 * {@link #doOnUnbound}, {@link #observe}) that are set on the wrapper run once per
 * server; those that were set before run once per socket.
 */
public final class ShardedHttpServer extends HttpServer {

	/**
	 * Marks the listening sockets after the first by the index of their loop.
	 */
	private static final AttributeKey<Integer> LATER_SHARD = AttributeKey
		.valueOf(ShardedHttpServer.class.getName() + ".laterShard");

	private final HttpServer delegate;

	private final boolean oneSocket;

	private ShardedHttpServer(HttpServer delegate, boolean oneSocket) {
		this.delegate = delegate;
		this.oneSocket = oneSocket;
	}

	/**
	 * Wraps a server.
	 * @param server the server, which is not changed
	 * @return the wrapped server, or the given one if it is wrapped already
	 */
	public static HttpServer of(HttpServer server) {
		return (server instanceof ShardedHttpServer) ? server : new ShardedHttpServer(server, false);
	}

	/**
	 * Wraps a server that is to listen with one socket for all event loops. It still gets
	 * from {@link EventLoops} what else they give: the
	 * {@linkplain EventLoops#childOptions() options} of accepted connections, resets that
	 * are not overlooked, and an address that is free when the server is disposed.
	 * @param server the server, which is not changed
	 * @return the wrapped server
	 */
	public static HttpServer ofOneSocket(HttpServer server) {
		return new ShardedHttpServer((server instanceof ShardedHttpServer sharded) ? sharded.delegate : server, true);
	}

	/**
	 * Binds all listening sockets when subscribed to and emits the server when the last
	 * one is bound, on one of the event loops. Fails with {@link ChannelBindException} if
	 * the address is not to be had, with {@link IllegalStateException} if the address is,
	 * but not for more than one socket; nothing is left open then, and neither is on
	 * cancellation. Disposing the server closes all sockets.
	 */
	@Override
	public Mono<? extends DisposableServer> bind() {
		if (!(configuration().loopResources() instanceof EventLoops loops)) {
			return RefusedClients.apply(this.delegate).bind();
		}
		return Mono.defer(() -> bind(loops));
	}

	private Mono<? extends DisposableServer> bind(EventLoops loops) {
		HttpServer server = RefusedClients.apply(this.delegate);
		for (Map.Entry<ChannelOption<Short>, Short> option : loops.childOptions().entrySet()) {
			server = server.childOption(option.getKey(), option.getValue());
		}
		server = server.doOnChannelInit((observer, channel, remoteAddress) -> loops.initialize(channel));
		SocketAddress address = bindAddress(server);
		ChannelGroup connections = server.configuration().channelGroup();
		HttpServer bound = server.bindAddress(() -> address);
		if (!isSharded(loops, address)) {
			return bound.bind().map((socket) -> new BoundServer(socket, List.of(), connections));
		}
		ListeningSockets sockets = new ListeningSockets(connections);
		// The first socket binds without SO_REUSEPORT, so that a server which is there
		// already, be it one of ours, is found as everywhere. The flag may be set
		// afterwards: the kernel looks at it when another socket comes
		// (inet_csk_bind_conflict), and makes the group that the connections are spread
		// over then (reuseport_add_sock).
		return bound.runOn(loops.loop(0))
			.bind()
			.flatMap((first) -> sockets.add(first) ? bindLater(bound, loops, first, sockets) : Mono.empty())
			.doAfterTerminate(sockets::emitted)
			.doOnError((ex) -> sockets.abandon())
			.doOnCancel(sockets::abandon);
	}

	private static Mono<DisposableServer> bindLater(HttpServer server, EventLoops loops, DisposableServer first,
			ListeningSockets sockets) {
		first.channel().config().setOption(UnixChannelOption.SO_REUSEPORT, true);
		HttpServer later = server.bindAddress(first::address).option(UnixChannelOption.SO_REUSEPORT, true);
		return Flux.range(1, loops.count() - 1)
			.concatMap((index) -> later.attr(LATER_SHARD, index)
				.runOn(loops.loop(index))
				.bind()
				.doOnNext(sockets::add)
				.onErrorMap((ex) -> laterSocketFailed(index, loops, first, ex)))
			.then(Mono.fromSupplier(sockets::complete));
	}

	/**
	 * Whether this server opens a listening socket per event loop when it runs on these.
	 * @param loops the event loops
	 * @return {@code false} if one socket serves all of them
	 */
	public boolean isSharded(EventLoops loops) {
		return isSharded(loops, bindAddress(this.delegate));
	}

	private boolean isSharded(EventLoops loops, SocketAddress address) {
		return !this.oneSocket && loops.transport() != Transport.NIO && loops.count() > 1
				&& address instanceof InetSocketAddress && configuration().maxConnections() <= 0
				&& !Arrays.asList(configuration().protocols()).contains(HttpProtocol.HTTP3);
	}

	private static SocketAddress bindAddress(HttpServer server) {
		return Objects.requireNonNull(server.configuration().bindAddress(), "bindAddress").get();
	}

	private static IllegalStateException laterSocketFailed(int index, EventLoops loops, DisposableServer first,
			Throwable ex) {
		// Without ChannelBindException, which stands for an address that others use.
		Throwable cause = (ex instanceof ChannelBindException && ex.getCause() != null) ? ex.getCause() : ex;
		return new IllegalStateException(
				"Event loop %d of %d cannot have a listening socket of its own on %s (%s). One socket for all loops is used with uring.sharded-accept=false."
					.formatted(index + 1, loops.count(), first.address(), cause.getMessage()),
				cause);
	}

	@Override
	public HttpServerConfig configuration() {
		return this.delegate.configuration();
	}

	@Override
	public HttpServer doOnBind(Consumer<? super HttpServerConfig> doOnBind) {
		Objects.requireNonNull(doOnBind, "doOnBind");
		return super.doOnBind((config) -> {
			if (!config.attributes().containsKey(LATER_SHARD)) {
				doOnBind.accept(config);
			}
		});
	}

	@Override
	public HttpServer doOnBound(Consumer<? super DisposableServer> doOnBound) {
		Objects.requireNonNull(doOnBound, "doOnBound");
		return super.doOnBound(onFirst(doOnBound));
	}

	@Override
	public HttpServer doOnUnbound(Consumer<? super DisposableServer> doOnUnbound) {
		Objects.requireNonNull(doOnUnbound, "doOnUnbound");
		return super.doOnUnbound(onFirst(doOnUnbound));
	}

	@Override
	public HttpServer observe(ConnectionObserver observer) {
		Objects.requireNonNull(observer, "observer");
		return super.observe((connection, state) -> {
			if (!connection.channel().hasAttr(LATER_SHARD)) {
				observer.onStateChange(connection, state);
			}
		});
	}

	private static Consumer<DisposableServer> onFirst(Consumer<? super DisposableServer> consumer) {
		return (server) -> {
			if (!server.channel().hasAttr(LATER_SHARD)) {
				consumer.accept(server);
			}
		};
	}

	@Override
	protected HttpServer duplicate() {
		// Not visible from here, the delegate's own duplicate() is what any operation
		// that changes nothing returns.
		return new ShardedHttpServer(
				this.delegate.maxKeepAliveRequests(this.delegate.configuration().maxKeepAliveRequests()),
				this.oneSocket);
	}

	@Override
	public String toString() {
		return "Sharded" + this.delegate;
	}

}
