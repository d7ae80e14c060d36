package io.uringboot.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.uringboot.bench.process.Output;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ProcFs;

/**
 * What was measured where and how, as far as it is the same for all servers.
 */
final class MachineIdentity {

	private MachineIdentity() {
	}

	static Map<String, String> of(Settings settings) {
		Map<String, String> identity = new LinkedHashMap<>();
		identity.put("date", DateTimeFormatter.ISO_INSTANT
			.format(ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS)));
		identity.put("commit", commit(settings.projectDirectory()));
		identity.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
		identity.put("processor", new ProcFs().processors() + " × " + processor());
		identity.put("loopback MTU", firstLine(Path.of("/sys/class/net/lo/mtu")));
		identity.put("load average at the start", firstLine(Path.of("/proc/loadavg")).replaceFirst(" \\d+/.*", ""));
		identity.put("pinning", pinning(settings.pinning()));
		identity.put("JVM flags of all servers", settings.javaOptions());
		identity.put("series",
				settings.cold() ? "cold: a fresh process for every profile, no warm-up"
						: "warm: " + settings.warmUpSeconds() + " s of the same load in "
								+ WarmUp.parts(settings.warmUpSeconds()).length + " parts before each window");
		identity.put("window", settings.seconds() + " s");
		identity.put("rounds", Integer.toString(settings.rounds()));
		return identity;
	}

	private static String commit(Path project) {
		Output hash = git(project, "rev-parse", "HEAD");
		if (hash.exitCode() != 0) {
			return "unknown";
		}
		Output changes = git(project, "status", "--porcelain");
		return hash.text().strip() + (changes.text().isBlank() ? "" : " with uncommitted changes");
	}

	private static Output git(Path project, String... arguments) {
		List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
		return Output.of(command, project, Duration.ofSeconds(10));
	}

	private static String processor() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			return lines.filter((line) -> line.startsWith("model name"))
				.findFirst()
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.orElse(System.getProperty("os.arch"));
		}
		catch (IOException ex) {
			return System.getProperty("os.arch");
		}
	}

	private static String firstLine(Path file) {
		try {
			return Files.readAllLines(file).get(0);
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String pinning(Pinning pinning) {
		return pinning.equals(Pinning.NONE) ? "none"
				: "server on " + pinning.serverCpus() + ", generator on " + pinning.generatorCpus();
	}

}
