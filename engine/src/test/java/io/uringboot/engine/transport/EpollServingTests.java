package io.uringboot.engine.transport;

/**
 * Tests for serving on {@link Transport#EPOLL}.
 */
class EpollServingTests extends AbstractServingTests {

	EpollServingTests() {
		super(Transport.EPOLL);
	}

}
