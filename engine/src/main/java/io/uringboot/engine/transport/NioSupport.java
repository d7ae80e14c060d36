package io.uringboot.engine.transport;

import java.util.Map;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Java NIO.
 */
final class NioSupport extends TransportSupport {

	NioSupport() {
		super(Map.of(SocketChannel.class, new ChannelType<>(NioSocketChannel.class, NioSocketChannel::new),
				ServerSocketChannel.class, new ChannelType<>(NioServerSocketChannel.class, NioServerSocketChannel::new),
				DatagramChannel.class, new ChannelType<>(NioDatagramChannel.class, NioDatagramChannel::new)));
	}

	@Override
	@Nullable Throwable unavailabilityCause() {
		return null;
	}

	@Override
	IoHandlerFactory ioHandlerFactory(EventLoopSettings settings) {
		return NioIoHandler.newFactory();
	}

}
