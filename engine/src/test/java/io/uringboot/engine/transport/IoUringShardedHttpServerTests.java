package io.uringboot.engine.transport;

/**
 * Tests for {@link ShardedHttpServer} on {@link Transport#IO_URING}.
 */
class IoUringShardedHttpServerTests extends AbstractShardedHttpServerTests {

	IoUringShardedHttpServerTests() {
		super(Transport.IO_URING);
	}

}
