package io.uringboot.engine.transport;

import io.uringboot.engine.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is set for all of a JVM, in JVMs of their own.
 */
class IoUringSupportTests {

	@Test
	void noMoreBuffersWaitThanOneVectoredWriteTakes() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(VectoredWriteReport.class).run();
		assertThat(result.output()).contains("1024 buffers");
	}

	@Test
	void valueOfTheApplicationStays() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(VectoredWriteReport.class)
			.withJvmArguments("-Dio.netty.iouring.numElementsIoVec=2048")
			.run();
		assertThat(result.output()).contains("2048 buffers");
	}

}
