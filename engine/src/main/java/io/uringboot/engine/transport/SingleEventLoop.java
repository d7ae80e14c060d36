package io.uringboot.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import reactor.netty.resources.LoopResources;

/**
 * View on one loop of {@link EventLoops}.
 *
 * @param loops the loops
 * @param loop the one in view
 */
record SingleEventLoop(EventLoops loops, EventLoop loop) implements LoopResources {

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return this.loop;
	}

	@Override
	public <CHANNEL extends Channel> CHANNEL onChannel(Class<CHANNEL> channelType, EventLoopGroup group) {
		return this.loops.onChannel(channelType, group);
	}

	@Override
	public <CHANNEL extends Channel> Class<? extends CHANNEL> onChannelClass(Class<CHANNEL> channelType,
			EventLoopGroup group) {
		return this.loops.onChannelClass(channelType, group);
	}

	@Override
	public boolean isDisposed() {
		return this.loops.isDisposed();
	}

}
