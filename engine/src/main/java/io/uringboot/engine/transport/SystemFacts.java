package io.uringboot.engine.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What this machine and process are and may do, as far as it explains why a transport is
 * unavailable. What cannot be read is {@code null}.
 *
 * @param osName name of the operating system as Java knows it
 * @param kernelRelease version of the operating system as Java knows it
 * @param arch the processor as Java knows it
 * @param ioUringDisabled the sysctl {@code kernel.io_uring_disabled}: 0, 1 or 2
 * @param seccompMode {@code Seccomp} in {@code /proc/self/status}: 2 for a filter
 * @param memoryLockLimit soft limit of locked memory with its unit
 * @param openFileLimit soft limit of open files
 * @param onClassPath tells whether a resource is on the class path
 */
record SystemFacts(String osName, String kernelRelease, String arch, @Nullable String ioUringDisabled,
		@Nullable String seccompMode, @Nullable String memoryLockLimit, @Nullable String openFileLimit,
		Predicate<String> onClassPath) {

	static SystemFacts read() {
		List<String> limits = lines("/proc/self/limits");
		return new SystemFacts(System.getProperty("os.name", ""), System.getProperty("os.version", ""),
				System.getProperty("os.arch", ""),
				lines("/proc/sys/kernel/io_uring_disabled").stream().map(String::strip).findFirst().orElse(null),
				value(lines("/proc/self/status"), "Seccomp:"), withUnit(value(limits, "Max locked memory")),
				value(limits, "Max open files"),
				(resource) -> SystemFacts.class.getClassLoader().getResource(resource) != null);
	}

	private static @Nullable String withUnit(@Nullable String limit) {
		return (limit == null || limit.equals("unlimited")) ? limit : limit + " bytes";
	}

	private static @Nullable String value(List<String> lines, String label) {
		return lines.stream()
			.filter((line) -> line.startsWith(label))
			.map((line) -> line.substring(label.length()).strip().split("\\s+")[0])
			.findFirst()
			.orElse(null);
	}

	private static List<String> lines(String path) {
		try {
			return Files.readAllLines(Path.of(path));
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
