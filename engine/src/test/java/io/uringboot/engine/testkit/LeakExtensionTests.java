package io.uringboot.engine.testkit;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeakExtension}.
 */
class LeakExtensionTests {

	@Test
	void classThatLeaksABufferFails() {
		TestExecutionSummary summary = run(Leaking.class);
		assertThat(summary.getTestsSucceededCount()).isOne();
		assertThat(summary.getFailures()).singleElement()
			.satisfies((failure) -> assertThat(failure.getException()).isInstanceOf(AssertionError.class)
				.hasMessageContaining("ByteBuf was not released")
				.hasMessageContaining("leavesABufferBehind"));
	}

	@Test
	void classThatReleasesItsBuffersPasses() {
		TestExecutionSummary summary = run(Releasing.class);
		assertThat(summary.getTestsSucceededCount()).isOne();
		assertThat(summary.getFailures()).isEmpty();
	}

	private static TestExecutionSummary run(Class<?> testClass) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(testClass))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		return listener.getSummary();
	}

	static class Leaking {

		@Test
		void leavesABufferBehind() {
			ByteBufAllocator.DEFAULT.directBuffer(16).writeInt(1);
		}

	}

	static class Releasing {

		@Test
		void leavesNothingBehind() {
			ByteBufAllocator.DEFAULT.directBuffer(16).writeInt(1).release();
		}

	}

}
