package io.uringboot.engine.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Pipe;
import java.util.Map;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.DomainSocketChannel;
import io.netty.channel.unix.ServerDomainSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringBufferRingConfig;
import io.netty.channel.uring.IoUringDatagramChannel;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringFixedBufferRingAllocator;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.concurrent.ThreadAwareExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Linux io_uring.
 */
final class IoUringSupport extends TransportSupport {

	/**
	 * The provided-buffer ring's id on every loop; Netty's own probe uses the same.
	 */
	static final short BUFFER_GROUP_ID = 1;

	private static final int BUFFERS_ADDED_AT_ONCE = 64;

	/**
	 * Buffers of one loop that wait to be submitted by vectored writes, of all its
	 * connections together. Netty's default is ten times the most that one write may have
	 * (1024, {@code IOV_MAX}), but no more than that are ever taken in: a connection that
	 * comes behind them submits a write of nothing, which completes at once and is
	 * repeated, over and over with thousands of connections. With this value Netty
	 * submits first when there is no more room.
	 */
	private static final String WRITTEN_AT_ONCE = "io.netty.iouring.numElementsIoVec";

	static {
		// Read when Netty's classes for io_uring are initialized, which is after this
		if (System.getProperty(WRITTEN_AT_ONCE) == null) {
			System.setProperty(WRITTEN_AT_ONCE, "1024");
		}
	}

	IoUringSupport() {
		super(Map.of(SocketChannel.class, new ChannelType<>(IoUringSocketChannel.class, IoUringSocketChannel::new),
				ServerSocketChannel.class,
				new ChannelType<>(IoUringServerSocketChannel.class, IoUringServerSocketChannel::new),
				DatagramChannel.class, new ChannelType<>(IoUringDatagramChannel.class, IoUringDatagramChannel::new),
				DomainSocketChannel.class,
				new ChannelType<>(IoUringDomainSocketChannel.class, IoUringDomainSocketChannel::new),
				ServerDomainSocketChannel.class,
				new ChannelType<>(IoUringServerDomainSocketChannel.class, IoUringServerDomainSocketChannel::new)));
	}

	@Override
	@Nullable Throwable unavailabilityCause() {
		return IoUring.unavailabilityCause();
	}

	@Override
	IoHandlerFactory ioHandlerFactory(EventLoopSettings settings) {
		return (executor) -> newHandler(executor, settings);
	}

	@Override
	void initialize(Channel connection) {
		if (connection instanceof IoUringSocketChannel) {
			connection.pipeline().addFirst(OverlookedResetHandler.NAME, OverlookedResetHandler.INSTANCE);
		}
	}

	private static IoHandler newHandler(ThreadAwareExecutor executor, EventLoopSettings settings) {
		checkTwoFreeDescriptors();
		// A configuration per loop: a buffer ring's allocator is not made for several
		// threads, and Netty would share it between all loops of one factory.
		return IoUringIoHandler.newFactory(config(settings)).newHandler(executor);
	}

	private static IoUringIoHandlerConfig config(EventLoopSettings settings) {
		// The ring size first: Netty checks the other one against it.
		IoUringIoHandlerConfig config = new IoUringIoHandlerConfig().setRingSize(settings.ringSize())
			.setCqSize(settings.completionQueueSize());
		if (settings.bufferRing()) {
			config.setBufferRingConfig(IoUringBufferRingConfig.builder()
				.bufferGroupId(BUFFER_GROUP_ID)
				.bufferRingSize((short) settings.bufferRingSize())
				.batchSize(Math.min(settings.bufferRingSize(), BUFFERS_ADDED_AT_ONCE))
				.allocator(new IoUringFixedBufferRingAllocator(ByteBufAllocator.DEFAULT, settings.bufferSize()))
				.build());
		}
		return config;
	}

	/**
	 * Netty opens the ring and then an eventfd, and leaves the ring open for ever when
	 * the eventfd is the one descriptor too many; so see first that both fit. A pipe has
	 * two.
	 */
	private static void checkTwoFreeDescriptors() {
		try {
			Pipe pipe = Pipe.open();
			pipe.source().close();
			pipe.sink().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
