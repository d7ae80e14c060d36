package io.uringboot.bench.storm;

import java.util.List;

import io.uringboot.bench.process.ErrorLog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorLog} and {@link NativeMemory}.
 */
class ErrorLogTests {

	@Test
	void findsErrorsWarningsAndStackTraces() {
		List<String> troubles = List.of("2026-11-23T20:00:00Z ERROR 1 --- [uring-0] i.n.u.LEAK : leak",
				"2026-11-23T20:00:00Z  WARN 1 --- [uring-0] r.n.h.s.HttpServer : closed",
				"java.io.IOException: Connection reset by peer", "\tat java.base/sun.nio.ch.Net.read(Net.java:1)",
				"Caused by: something else");
		assertThat(ErrorLog.troubles(troubles)).isEqualTo(troubles);
		assertThat(ErrorLog.troubles(List.of("2026-11-23T20:00:00Z  INFO 1 --- [main] Started Application", "",
				"Uring engine on port 8080: io_uring", "no errors so far")))
			.isEmpty();
	}

	@Test
	void readsWhatMallocHasInUse() {
		assertThat(NativeMemory.malloc("""
				4711:
				<malloc version="1">
				<heap nr="0">
				<sizes>
				</sizes>
				<total type="fast" count="0" size="0"/>
				<total type="rest" count="1" size="960"/>
				<system type="current" size="970752"/>
				</heap>
				<total type="fast" count="1" size="1024"/>
				<total type="rest" count="58" size="2048"/>
				<total type="mmap" count="9" size="10240"/>
				<system type="current" size="5120"/>
				<system type="max" size="5193728"/>
				</malloc>
				""")).isEqualTo(12);
		assertThat(NativeMemory.malloc("java.lang.IllegalArgumentException: Unknown diagnostic command")).isNull();
	}

	@Test
	void readsWhatTheVirtualMachineTracks() {
		assertThat(NativeMemory.tracked("""
				-                  Internal (reserved=609KB, committed=609KB)
				                            (malloc=577KB #2283)

				-                     Other (reserved=34820KB, committed=34816KB)
				                            (malloc=34820KB #40)
				""")).isEqualTo(34_816);
		assertThat(NativeMemory.tracked("Native memory tracking is not enabled")).isNull();
	}

}
