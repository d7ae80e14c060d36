package io.uringboot.arena.webflux;

import java.util.concurrent.ThreadFactory;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.uringboot.engine.transport.EventLoops;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Has Vert.x use the event loops of the server in place of its own: what is asked for on
 * one of them happens there.
 */
final class ServerTransport implements Transport, io.vertx.core.spi.transport.Transport {

	private final EventLoops loops;

	private ServerTransport(EventLoops loops) {
		this.loops = loops;
	}

	/**
	 * Create an instance of Vert.x on event loops.
	 * @param loops the event loops, which closing the instance leaves running
	 * @return the instance
	 */
	static Vertx vertx(EventLoops loops) {
		// Neither files nor blocking work
		VertxOptions options = new VertxOptions().setFileSystemOptions(
				new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
		return Vertx.builder().with(options).withTransport(new ServerTransport(loops)).build();
	}

	@Override
	public String name() {
		return this.loops.transport().name();
	}

	@Override
	public boolean available() {
		return true;
	}

	@Override
	public @Nullable Throwable unavailabilityCause() {
		return null;
	}

	@Override
	public io.vertx.core.spi.transport.Transport implementation() {
		return this;
	}

	@Override
	public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory threadFactory, int ioRatio) {
		// On one of the loops the next one of this group is that one
		return new BorrowedLoopGroup(this.loops.onClient(true));
	}

	@Override
	public IoHandlerFactory ioHandlerFactory() {
		throw new UnsupportedOperationException("the event loops are there already");
	}

	@Override
	public DatagramChannel datagramChannel() {
		return this.loops.onChannel(DatagramChannel.class, this.loops.onServer(true));
	}

	@Override
	@SuppressWarnings("deprecation") // the interface has it
	public DatagramChannel datagramChannel(InternetProtocolFamily family) {
		return datagramChannel();
	}

	@Override
	public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
		return () -> this.loops.onChannel(SocketChannel.class, this.loops.onServer(true));
	}

	@Override
	public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
		return () -> this.loops.onChannel(ServerSocketChannel.class, this.loops.onServer(true));
	}

}
