package io.uringboot.engine.transport;

import io.uringboot.engine.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the selection of a transport where something stands in its way, in JVMs where
 * it really does.
 */
class ForkedTransportTests {

	@Test
	void refusedSystemCallsLeadToEpoll() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(TransportReport.class).withIoUringBlocked().run();
		assertThat(result.output()).contains("io_uring: NOT_PERMITTED", "seccomp", "served on epoll");
	}

	@Test
	void ringThatMayNotBeEnteredLeadsToEpoll() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(TransportReport.class).withIoUringEnterBlocked().run();
		assertThat(result.output()).contains("io_uring: NOT_PERMITTED", "seccomp", "served on epoll");
	}

	@Test
	void limitOfLockedMemoryLeadsToEpoll() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(TransportReport.class).withMemoryLockLimit(64).run();
		assumeThat(result.output()).as("this kernel counts rings as locked memory").contains("io_uring: ");
		assertThat(result.output()).contains("io_uring: MEMORY_LOCK_LIMIT", "65536 bytes", "served on epoll");
	}

	@Test
	void missingNativeLibraryLeadsToEpoll() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(TransportReport.class)
			.withoutJars("netty-transport-native-io_uring")
			.run();
		assertThat(result.output()).contains("io_uring: NATIVE_LIBRARY_MISSING",
				"io.netty:netty-transport-native-io_uring:linux-", "served on epoll");
	}

	@Test
	void withoutNativeTransportsThereIsNio() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(TransportReport.class)
			.withoutJars("netty-transport-classes-io_uring")
			.withoutJars("netty-transport-native-epoll")
			.run();
		assertThat(result.output()).contains("io_uring: NATIVE_LIBRARY_MISSING",
				"io.netty:netty-transport-classes-io_uring", "epoll: NATIVE_LIBRARY_MISSING",
				"io.netty:netty-transport-native-epoll:linux-", "served on nio");
	}

	@Test
	void exhaustedFileDescriptorsAreToldAndNothingIsLeftOpen() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(DescriptorExhaustion.class).withOpenFileLimit(256).run();
		assertThat(result.output()).contains("io_uring: [OPEN_FILE_LIMIT, created], 0 left open",
				"epoll: [OPEN_FILE_LIMIT, created], 0 left open", "nio: [OPEN_FILE_LIMIT, created], 0 left open");
	}

}
