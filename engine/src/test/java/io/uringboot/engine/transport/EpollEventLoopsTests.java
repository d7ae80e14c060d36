package io.uringboot.engine.transport;

/**
 * Tests for {@link EventLoops} on {@link Transport#EPOLL}.
 */
class EpollEventLoopsTests extends AbstractEventLoopsTests {

	EpollEventLoopsTests() {
		super(Transport.EPOLL);
	}

}
