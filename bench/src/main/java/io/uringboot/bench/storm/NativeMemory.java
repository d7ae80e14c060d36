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
 * Asks a virtual machine about its memory outside the heap by way of its own
 * {@code jcmd}. From JDK 24 on Netty takes its direct buffers from malloc, past all
 * book-keeping of the virtual machine, so the C library is asked where it can be (JDK 21
 * and later); before that native memory tracking sees them.
 */
final class NativeMemory {

	static final String JVM_FLAG = "-XX:NativeMemoryTracking=summary";

	private static final Pattern MALLOC = Pattern.compile("<total type=\"fast\" count=\"\\d+\" size=\"(\\d+)\"/>\\s*"
			+ "<total type=\"rest\" count=\"\\d+\" size=\"(\\d+)\"/>\\s*"
			+ "<total type=\"mmap\" count=\"\\d+\" size=\"(\\d+)\"/>\\s*"
			+ "<system type=\"current\" size=\"(\\d+)\"/>");

	private static final Pattern TRACKED = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

	private static final Duration BOUND = Duration.ofSeconds(30);

	private NativeMemory() {
	}

	static void collectGarbage(long pid) {
		jcmd(pid, "GC.run");
	}

	static @Nullable Long offHeapKilobytes(long pid) {
		Long allocated = malloc(jcmd(pid, "System.native_heap_info"));
		return (allocated != null) ? allocated : tracked(jcmd(pid, "VM.native_memory", "summary", "scale=KB"));
	}

	/**
	 * What is in use: all that malloc has from the system but its free lists, and the
	 * large blocks.
	 */
	static @Nullable Long malloc(String info) {
		Matcher totals = MALLOC.matcher(info);
		if (!totals.find()) {
			return null;
		}
		return (number(totals, 4) - number(totals, 1) - number(totals, 2) + number(totals, 3)) / 1024;
	}

	static @Nullable Long tracked(String summary) {
		Matcher other = TRACKED.matcher(summary);
		return other.find() ? Long.valueOf(number(other, 1)) : null;
	}

	private static long number(Matcher matcher, int group) {
		return Long.parseLong(matcher.group(group));
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
