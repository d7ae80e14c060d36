package io.uringboot.engine.transport;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.concurrent.FastThreadLocalThread;
import reactor.core.scheduler.NonBlocking;

/**
 * Thread of an event loop: with fast thread locals, which the buffer allocator wants for
 * its caches, and marked as one on which Reactor refuses to block.
 */
final class EventLoopThread extends FastThreadLocalThread implements NonBlocking {

	private EventLoopThread(Runnable target, String name) {
		super(target, name);
		setDaemon(true);
	}

	/**
	 * A factory of threads named {@code <prefix>-<transport>-<n>}, counted from 1.
	 * @param prefix the prefix
	 * @param transport the transport
	 * @return the factory
	 */
	static ThreadFactory factory(String prefix, Transport transport) {
		AtomicInteger counter = new AtomicInteger();
		return (target) -> new EventLoopThread(target,
				"%s-%s-%d".formatted(prefix, transport, counter.incrementAndGet()));
	}

}
