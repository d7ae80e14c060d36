package io.uringboot.engine.transport;

import java.util.Map;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.DomainDatagramChannel;
import io.netty.channel.unix.DomainSocketChannel;
import io.netty.channel.unix.ServerDomainSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Linux epoll.
 */
final class EpollSupport extends TransportSupport {

	EpollSupport() {
		super(Map.of(SocketChannel.class, new ChannelType<>(EpollSocketChannel.class, EpollSocketChannel::new),
				ServerSocketChannel.class,
				new ChannelType<>(EpollServerSocketChannel.class, EpollServerSocketChannel::new), DatagramChannel.class,
				new ChannelType<>(EpollDatagramChannel.class, EpollDatagramChannel::new), DomainSocketChannel.class,
				new ChannelType<>(EpollDomainSocketChannel.class, EpollDomainSocketChannel::new),
				ServerDomainSocketChannel.class,
				new ChannelType<>(EpollServerDomainSocketChannel.class, EpollServerDomainSocketChannel::new),
				DomainDatagramChannel.class,
				new ChannelType<>(EpollDomainDatagramChannel.class, EpollDomainDatagramChannel::new)));
	}

	@Override
	@Nullable Throwable unavailabilityCause() {
		return Epoll.unavailabilityCause();
	}

	@Override
	IoHandlerFactory ioHandlerFactory(EventLoopSettings settings) {
		return EpollIoHandler.newFactory();
	}

}
