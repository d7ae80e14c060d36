package io.uringboot.bench.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.Transport;

/**
 * The ceiling: plain Netty and one hand-written handler. No server on the same transport
 * has less to do for an answer.
 */
public final class CeilingServer implements AutoCloseable {

	private static final EventLoopSettings DEFAULTS = EventLoopSettings.defaults();

	private final EventLoopGroup group;

	private final List<Channel> listening = new ArrayList<>();

	private CeilingServer(EventLoopGroup group) {
		this.group = group;
	}

	/**
	 * Runs the server until the process is told to end.
	 * @param args none
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		ServerSettings settings = ServerSettings.of(System.getenv());
		CeilingServer server = start(settings);
		Shutdown.closes(server);
		System.out.println(settings.announcement("ceiling", server.port()));
		server.listening.get(0).closeFuture().sync();
	}

	static CeilingServer start(ServerSettings settings) throws InterruptedException {
		CeilingServer server = new CeilingServer(
				new MultiThreadIoEventLoopGroup(settings.loops(), ioHandlers(settings.transport())));
		try {
			server.listen(settings);
			return server;
		}
		catch (Throwable ex) {
			server.close();
			throw ex;
		}
	}

	private static IoHandlerFactory ioHandlers(Transport transport) {
		return switch (transport) {
			// The sizes of the engine's default settings.
			case IO_URING -> IoUringIoHandler.newFactory(new IoUringIoHandlerConfig().setRingSize(DEFAULTS.ringSize())
				.setCqSize(DEFAULTS.completionQueueSize()));
			case NIO -> NioIoHandler.newFactory();
			case EPOLL -> throw new IllegalArgumentException("the ceiling is not made for epoll");
		};
	}

	/**
	 * One listening socket per event loop, as the engine has it.
	 */
	private void listen(ServerSettings settings) throws InterruptedException {
		List<EventLoop> loops = StreamSupport.stream(this.group.spliterator(), false)
			.map(EventLoop.class::cast)
			.toList();
		Class<? extends ServerChannel> type = (settings.transport() == Transport.IO_URING)
				? IoUringServerSocketChannel.class : NioServerSocketChannel.class;
		for (EventLoop loop : (settings.transport() == Transport.IO_URING) ? loops : loops.subList(0, 1)) {
			ServerBootstrap bootstrap = new ServerBootstrap().group(loop).channel(type).childHandler(new Connections());
			if (settings.transport() == Transport.IO_URING) {
				bootstrap.option(UnixChannelOption.SO_REUSEPORT, true);
			}
			this.listening.add(bootstrap.bind(this.listening.isEmpty() ? settings.port() : port()).sync().channel());
		}
	}

	int port() {
		return ((java.net.InetSocketAddress) this.listening.get(0).localAddress()).getPort();
	}

	@Override
	public void close() {
		this.group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
	}

	private static final class Connections extends ChannelInitializer<Channel> {

		@Override
		protected void initChannel(Channel channel) {
			channel.pipeline().addLast(new CeilingHandler());
		}

	}

}
