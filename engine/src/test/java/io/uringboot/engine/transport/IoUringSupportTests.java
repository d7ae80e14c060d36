package io.uringboot.engine.transport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IoUringSupportTests {

	@AfterEach
	void restore() {
		System.clearProperty(IoUringSupport.WRITTEN_AT_ONCE);
		IoUringSupport.limitBuffersWrittenAtOnce();
	}

	@Test
	void noMoreBuffersWaitThanOneWriteTakes() {
		TransportSupport.of(Transport.IO_URING);
		assertThat(System.getProperty("io.netty.iouring.numElementsIoVec")).isEqualTo("1024");
	}

	@Test
	void valueOfTheApplicationStays() {
		System.setProperty(IoUringSupport.WRITTEN_AT_ONCE, "2048");
		IoUringSupport.limitBuffersWrittenAtOnce();
		assertThat(System.getProperty(IoUringSupport.WRITTEN_AT_ONCE)).isEqualTo("2048");
	}

}
