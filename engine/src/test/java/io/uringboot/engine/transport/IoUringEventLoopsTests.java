package io.uringboot.engine.transport;

/**
 * Tests for {@link EventLoops} on {@link Transport#IO_URING}.
 */
class IoUringEventLoopsTests extends AbstractEventLoopsTests {

	IoUringEventLoopsTests() {
		super(Transport.IO_URING);
	}

}
