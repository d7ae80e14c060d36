package io.uringboot.engine.transport;

/**
 * Tests for serving on {@link Transport#NIO}.
 */
class NioServingTests extends AbstractServingTests {

	NioServingTests() {
		super(Transport.NIO);
	}

}
