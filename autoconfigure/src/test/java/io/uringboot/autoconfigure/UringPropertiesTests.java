package io.uringboot.autoconfigure;

import io.uringboot.engine.transport.EventLoopSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class UringPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class);

	@Test
	void defaultsAreThoseOfTheEngine() {
		UringProperties properties = new UringProperties();
		assertThat(new TransportSelection(properties).settings()).isEqualTo(EventLoopSettings.defaults());
		properties.getBufferRing().setEnabled(true);
		EventLoopSettings engine = EventLoopSettings.defaults();
		assertThat(new TransportSelection(properties).settings())
			.isEqualTo(engine.withBufferRing(engine.bufferRingSize(), engine.bufferSize()));
	}

	@Test
	void everySettingReachesTheEventLoops() {
		this.runner
			.withPropertyValues("uring.threads=3", "uring.ring.size=64", "uring.ring.completion-queue-size=256",
					"uring.buffer-ring.enabled=true", "uring.buffer-ring.size=32", "uring.buffer-ring.buffer-size=2KB")
			.run((context) -> assertThat(new TransportSelection(context.getBean(UringProperties.class)).settings())
				.isEqualTo(EventLoopSettings.defaults().withThreads(3).withRing(64, 256).withBufferRing(32, 2048)));
	}

	@ParameterizedTest
	@CsvSource({ "io_uring, IO_URING", "io-uring, IO_URING", "IO_URING, IO_URING", "epoll, EPOLL", "nio, NIO",
			"auto, AUTO" })
	void transportIsWrittenInAnyOfTheUsualWays(String value, UringProperties.Transport transport) {
		this.runner.withPropertyValues("uring.transport=" + value)
			.run((context) -> assertThat(context.getBean(UringProperties.class).getTransport()).isEqualTo(transport));
	}

	@ParameterizedTest
	@CsvSource({ "threads, 1024, 1025, must be from 0 to 1024", "threads, 0, -1, must be from 0 to 1024",
			"ring.size, 16, 8, must be a power of two from 16 to 32768",
			"ring.size, 4096, 100, must be a power of two from 16 to 32768",
			"ring.completion-queue-size, 65536, 131072, must be a power of two from 512 to 65536",
			"ring.completion-queue-size, 512, 256, must be a power of two from 512 to 65536",
			"ring.completion-queue-size, 2048, 2049, must be a power of two from 512 to 65536",
			"buffer-ring.size, 2, 1, must be a power of two from 2 to 16384",
			"buffer-ring.size, 16384, 32768, must be a power of two from 2 to 16384",
			"buffer-ring.buffer-size, 64B, 63B, must be from 64B to 1MB",
			"buffer-ring.buffer-size, 1MB, 1025KB, must be from 64B to 1MB" })
	void rangesAreChecked(String property, String allowed, String refused, String reason) {
		this.runner.withPropertyValues("uring." + property + "=" + allowed, "uring.buffer-ring.enabled=true")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				// The engine agrees.
				new TransportSelection(context.getBean(UringProperties.class)).settings();
			});
		this.runner.withPropertyValues("uring." + property + "=" + refused)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(UringProperties.class)
	static class Properties {

	}

}
