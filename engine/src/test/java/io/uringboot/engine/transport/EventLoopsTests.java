package io.uringboot.engine.transport;

import java.time.Duration;

import io.netty.channel.uring.IoUringChannelOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventLoops}.
 */
class EventLoopsTests {

	private static final EventLoopSettings BUFFER_RING = EventLoopSettings.defaults()
		.withThreads(1)
		.withBufferRing(8, 1024);

	@Test
	void bestIsIoUringWhereItWorks() {
		EventLoops loops = EventLoops.createBest(EventLoopSettings.defaults());
		try {
			assertThat(loops.transport()).isEqualTo(Transport.IO_URING);
			assertThat(loops.passedOver()).isEmpty();
			assertThat(loops.count()).isEqualTo(Runtime.getRuntime().availableProcessors());
		}
		finally {
			dispose(loops);
		}
	}

	@Test
	void connectionsUseTheBufferRingWhereThereIsOne() {
		EventLoops ring = EventLoops.create(Transport.IO_URING, BUFFER_RING);
		EventLoops epoll = EventLoops.create(Transport.EPOLL, BUFFER_RING);
		EventLoops noRing = EventLoops.create(Transport.IO_URING, EventLoopSettings.defaults().withThreads(1));
		try {
			assertThat(ring.childOptions()).containsOnlyKeys(IoUringChannelOption.IO_URING_BUFFER_GROUP_ID);
			assertThat(epoll.childOptions()).isEmpty();
			assertThat(noRing.childOptions()).isEmpty();
		}
		finally {
			dispose(ring);
			dispose(epoll);
			dispose(noRing);
		}
	}

	private static void dispose(EventLoops loops) {
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
	}

}
