package io.uringboot.bench.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The unit of times in proc.
 */
final class ClockTicks {

	static final long PER_SECOND = read();

	private ClockTicks() {
	}

	private static long read() {
		Output output = Output.of(List.of("getconf", "CLK_TCK"), Path.of("."), Duration.ofSeconds(10));
		// 100 on every architecture Java runs on.
		return output.text().strip().matches("\\d+") ? Long.parseLong(output.text().strip()) : 100;
	}

}
