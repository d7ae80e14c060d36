package io.uringboot.engine.transport;

/**
 * Tests for serving on {@link Transport#IO_URING}.
 */
class IoUringServingTests extends AbstractServingTests {

	IoUringServingTests() {
		super(Transport.IO_URING);
	}

}
