package io.uringboot.bench.jmh;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * The event loops that JMH runs benchmarks on: only there do Netty's allocators and
 * recyclers work as they do in a server. JMH makes them itself, told by system
 * properties.
 */
public final class EventLoopExecutor extends MultiThreadIoEventLoopGroup {

	/**
	 * The argument that tells JMH to look for an executor of this name.
	 */
	static final String CUSTOM = "-Djmh.executor=CUSTOM";

	/**
	 * The argument with the name.
	 */
	static final String CLASS = "-Djmh.executor.class=io.uringboot.bench.jmh.EventLoopExecutor";

	/**
	 * Starts event loops.
	 * @param threads how many
	 * @param prefix what the threads' names begin with
	 */
	public EventLoopExecutor(int threads, String prefix) {
		super(threads, new DefaultThreadFactory(prefix, true), NioIoHandler.newFactory());
	}

}
