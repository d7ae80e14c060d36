package io.uringboot.bench.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.uringboot.bench.process.Output;
import org.jspecify.annotations.Nullable;

/**
 * Asks a virtual machine about its memory by way of its own {@code jcmd}. Direct buffers
 * are read from native memory tracking, which also sees what Netty takes without the
 * JDK's book-keeping.
 */
final class NativeMemory {

	static final String JVM_FLAG = "-XX:NativeMemoryTracking=summary";

	private static final Pattern OTHER = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

	private static final Duration BOUND = Duration.ofSeconds(30);

	private NativeMemory() {
	}

	static void collectGarbage(long pid) {
		jcmd(pid, "GC.run");
	}

	static @Nullable Long directKilobytes(long pid) {
		return parse(jcmd(pid, "VM.native_memory", "summary", "scale=KB"));
	}

	static @Nullable Long parse(String summary) {
		Matcher other = OTHER.matcher(summary);
		return other.find() ? Long.valueOf(other.group(1)) : null;
	}

	private static String jcmd(long pid, String... command) {
		try {
			Path java = Path.of("/proc", Long.toString(pid), "exe").toRealPath();
			List<String> line = new ArrayList<>(List.of(java.resolveSibling("jcmd").toString(), Long.toString(pid)));
			line.addAll(List.of(command));
			return Output.of(line, Path.of("."), BOUND).text();
		}
		catch (IOException ex) {
			return "";
		}
	}

}
