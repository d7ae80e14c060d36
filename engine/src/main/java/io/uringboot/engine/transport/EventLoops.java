package io.uringboot.engine.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * The server's event loops: running threads, each with its own ring or selector, on one
 * transport. Meant for servers; clients keep the resources that they have. May be used by
 * any number of servers at once, from any thread. Whoever created the loops disposes
 * them, after the servers on them.
 */
public final class EventLoops implements LoopResources {

	private final Transport transport;

	private final EventLoopSettings settings;

	private final List<Unavailability> passedOver;

	private final TransportSupport support;

	private final EventLoopGroup group;

	private final List<EventLoop> loops;

	private final EventLoopGroup clientGroup;

	private EventLoops(Transport transport, EventLoopSettings settings, List<Unavailability> passedOver,
			TransportSupport support, EventLoopGroup group) {
		this.transport = transport;
		this.settings = settings;
		this.passedOver = passedOver;
		this.support = support;
		this.group = group;
		this.loops = StreamSupport.stream(group.spliterator(), false).map(EventLoop.class::cast).toList();
		this.clientGroup = LoopResources.colocate(group);
	}

	/**
	 * Creates event loops on exactly this transport. All rings are really created and
	 * entered before this method returns, so that a limit, a filter or a switched-off
	 * system call shows here and not later. Blocks for some milliseconds; not to be
	 * called on an event loop.
	 * @param transport the transport
	 * @param settings the settings
	 * @return the running event loops
	 * @throws TransportUnavailableException if the transport cannot be had; nothing is
	 * left open
	 */
	public static EventLoops create(Transport transport, EventLoopSettings settings) {
		return create(transport, settings, List.of());
	}

	/**
	 * Creates event loops on the best transport that works here: io_uring, else epoll,
	 * else NIO. Blocks and checks like {@link #create}.
	 * @param settings the settings
	 * @return the running event loops, which tell {@linkplain #passedOver() why} they are
	 * not better ones
	 * @throws TransportUnavailableException if not even NIO works
	 */
	public static EventLoops createBest(EventLoopSettings settings) {
		List<Unavailability> passedOver = new ArrayList<>();
		for (Transport transport : List.of(Transport.IO_URING, Transport.EPOLL)) {
			try {
				return create(transport, settings, passedOver);
			}
			catch (TransportUnavailableException ex) {
				passedOver.add(ex.unavailability());
			}
		}
		return create(Transport.NIO, settings, passedOver);
	}

	private static EventLoops create(Transport transport, EventLoopSettings settings, List<Unavailability> passedOver) {
		// Read before: afterwards there may be no file descriptor left to read with.
		UnavailabilityClassifier classifier = new UnavailabilityClassifier(SystemFacts.read());
		try {
			TransportSupport support = TransportSupport.of(transport);
			Throwable cause = support.unavailabilityCause();
			if (cause != null) {
				throw new TransportUnavailableException(classifier.classify(transport, cause));
			}
			EventLoopGroup group = ProvenEventLoopGroup.start(settings.loopCount(),
					EventLoopThread.factory(settings.threadPrefix(), transport), support.ioHandlerFactory(settings));
			return new EventLoops(transport, settings, List.copyOf(passedOver), support, group);
		}
		catch (TransportUnavailableException ex) {
			throw ex;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TransportUnavailableException(classifier.classify(transport, ex));
		}
		catch (Exception | LinkageError ex) {
			throw new TransportUnavailableException(classifier.classify(transport, ex));
		}
	}

	/**
	 * The transport.
	 * @return what these loops run on
	 */
	public Transport transport() {
		return this.transport;
	}

	/**
	 * The number of event loops.
	 * @return at least 1
	 */
	public int count() {
		return this.loops.size();
	}

	/**
	 * The number of tasks that wait for one of the loops at this moment. For monitoring:
	 * it takes the longer the more there are.
	 * @return the number of tasks
	 */
	public int pendingTasks() {
		return this.loops.stream()
			.mapToInt((loop) -> (loop instanceof SingleThreadEventExecutor executor) ? executor.pendingTasks() : 0)
			.sum();
	}

	/**
	 * The settings that the loops were created with.
	 * @return the settings
	 */
	public EventLoopSettings settings() {
		return this.settings;
	}

	/**
	 * Why {@link #createBest} did not take a better transport.
	 * @return a reason for each transport that was tried before, best first; empty if
	 * there was none
	 */
	public List<Unavailability> passedOver() {
		return this.passedOver;
	}

	/**
	 * A view on a single event loop: a server that runs on it accepts and serves there.
	 * Disposing the view does nothing.
	 * @param index the loop's index, from 0
	 * @return the view
	 * @throws IndexOutOfBoundsException if there is no such loop
	 */
	public LoopResources loop(int index) {
		return new SingleEventLoop(this, this.loops.get(index));
	}

	/**
	 * Options that accepted connections need to make use of what the settings ask for:
	 * the provided-buffer ring's id, and on other transports nothing.
	 * {@link ShardedHttpServer} sets them; a plain server gets them as its
	 * {@linkplain reactor.netty.http.server.HttpServer#childOption child options}.
	 * @return the options, maybe none
	 */
	public Map<ChannelOption<Short>, Short> childOptions() {
		if (this.transport != Transport.IO_URING || !this.settings.bufferRing()) {
			return Map.of();
		}
		return Map.of(IoUringChannelOption.IO_URING_BUFFER_GROUP_ID, IoUringSupport.BUFFER_GROUP_ID);
	}

	/**
	 * Adds to an accepted connection what its transport needs in the pipeline.
	 * @param connection the connection, whose pipeline is complete but for this
	 */
	void initialize(Channel connection) {
		this.support.initialize(connection);
	}

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return this.group;
	}

	@Override
	public EventLoopGroup onServerSelect(boolean useNative) {
		return this.group;
	}

	@Override
	public EventLoopGroup onClient(boolean useNative) {
		return this.clientGroup;
	}

	@Override
	public <CHANNEL extends Channel> CHANNEL onChannel(Class<CHANNEL> channelType, EventLoopGroup group) {
		return this.support.newChannel(channelType);
	}

	@Override
	public <CHANNEL extends Channel> Class<? extends CHANNEL> onChannelClass(Class<CHANNEL> channelType,
			EventLoopGroup group) {
		return this.support.channelClass(channelType);
	}

	/**
	 * Stops the loops when subscribed to. The result ends when the last loop has closed
	 * its ring and channels, or with {@link IllegalStateException} if that takes longer
	 * than the timeout.
	 */
	@Override
	public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
		return Mono
			.<Void>create((sink) -> this.group
				.shutdownGracefully(quietPeriod.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS)
				.addListener((termination) -> sink.success()))
			.timeout(timeout, Mono.error(() -> new IllegalStateException(
					"Event loops couldn't be disposed within %d ms".formatted(timeout.toMillis()))));
	}

	@Override
	public boolean isDisposed() {
		return this.group.isShuttingDown();
	}

	@Override
	public String toString() {
		return "%s, %d loops".formatted(this.transport, count());
	}

}
