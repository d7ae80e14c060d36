package io.uringboot.engine.transport;

/**
 * Tests for {@link EventLoops} on {@link Transport#NIO}.
 */
class NioEventLoopsTests extends AbstractEventLoopsTests {

	NioEventLoopsTests() {
		super(Transport.NIO);
	}

}
