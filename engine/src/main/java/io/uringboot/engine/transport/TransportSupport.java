package io.uringboot.engine.transport;

import java.util.Map;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the transports: how a loop waits, and which channels run on it.
 * Each implementation is a class of its own, so that Netty's classes of a transport are
 * touched only when that transport is.
 */
abstract class TransportSupport {

	private final Map<Class<? extends Channel>, ChannelType<?>> channelTypes;

	TransportSupport(Map<Class<? extends Channel>, ChannelType<?>> channelTypes) {
		this.channelTypes = channelTypes;
	}

	/**
	 * The support of a transport.
	 * @param transport the transport
	 * @return its support
	 * @throws LinkageError if Netty's classes of the transport are not on the class path
	 */
	static TransportSupport of(Transport transport) {
		return switch (transport) {
			case IO_URING -> new IoUringSupport();
			case EPOLL -> new EpollSupport();
			case NIO -> new NioSupport();
		};
	}

	/**
	 * The result of Netty's own probe.
	 * @return why Netty takes the transport as unavailable, or {@code null} if it does
	 * not
	 */
	abstract @Nullable Throwable unavailabilityCause();

	abstract IoHandlerFactory ioHandlerFactory(EventLoopSettings settings);

	/**
	 * Adds to an accepted connection what the transport needs in the pipeline.
	 * @param connection the connection
	 */
	void initialize(Channel connection) {
	}

	/**
	 * Makes the transport's channel of a general type.
	 * @param type a channel type as reactor-netty asks for it
	 * @param <C> the channel type
	 * @return a new unregistered channel
	 * @throws IllegalArgumentException if the transport has no such channel
	 */
	<C extends Channel> C newChannel(Class<C> type) {
		return type.cast(channelType(type).constructor().get());
	}

	<C extends Channel> Class<? extends C> channelClass(Class<C> type) {
		return channelType(type).channelClass().asSubclass(type);
	}

	private ChannelType<?> channelType(Class<?> type) {
		ChannelType<?> channelType = this.channelTypes.get(type);
		if (channelType == null) {
			throw new IllegalArgumentException("Unsupported channel type: " + type.getSimpleName());
		}
		return channelType;
	}

	record ChannelType<C extends Channel>(Class<C> channelClass, Supplier<C> constructor) {

	}

}
