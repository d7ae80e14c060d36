package io.uringboot.arena.webflux;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.AbstractEventLoopGroup;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;

/**
 * The event loops of somebody else: shutting down leaves them running.
 */
final class BorrowedLoopGroup extends AbstractEventLoopGroup {

	private final EventLoopGroup loops;

	private volatile boolean shutDown;

	BorrowedLoopGroup(EventLoopGroup loops) {
		this.loops = loops;
	}

	@Override
	public EventLoop next() {
		return this.loops.next();
	}

	@Override
	public Iterator<EventExecutor> iterator() {
		return this.loops.iterator();
	}

	@Override
	public ChannelFuture register(Channel channel) {
		return next().register(channel);
	}

	@Override
	public ChannelFuture register(ChannelPromise promise) {
		return next().register(promise);
	}

	@Override
	@Deprecated
	public ChannelFuture register(Channel channel, ChannelPromise promise) {
		return next().register(channel, promise);
	}

	@Override
	public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
		this.shutDown = true;
		return terminationFuture();
	}

	@Override
	public Future<?> terminationFuture() {
		return GlobalEventExecutor.INSTANCE.newSucceededFuture(null);
	}

	@Override
	@Deprecated
	public void shutdown() {
		this.shutDown = true;
	}

	@Override
	@Deprecated
	public List<Runnable> shutdownNow() {
		this.shutDown = true;
		return List.of();
	}

	@Override
	public boolean isShuttingDown() {
		return this.shutDown;
	}

	@Override
	public boolean isShutdown() {
		return this.shutDown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutDown;
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) {
		return true;
	}

}
