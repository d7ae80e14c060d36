package io.uringboot.engine.transport;

/**
 * Tests for {@link ShardedHttpServer} on {@link Transport#EPOLL}.
 */
class EpollShardedHttpServerTests extends AbstractShardedHttpServerTests {

	EpollShardedHttpServerTests() {
		super(Transport.EPOLL);
	}

}
