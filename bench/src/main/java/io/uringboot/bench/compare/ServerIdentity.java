package io.uringboot.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.uringboot.bench.process.Output;
import io.uringboot.bench.process.ServerProcess;

/**
 * What a running server says of itself: by its process and by its log.
 */
final class ServerIdentity {

	private static final Pattern BOOT = Pattern.compile(":: Spring Boot ::\\s+\\(v([^)]+)\\)");

	private static final Pattern LISTENING = Pattern
		.compile("((?:Uring engine|Tomcat started|Netty started) on ports? .*)");

	private static final Duration BOUND = Duration.ofSeconds(20);

	private ServerIdentity() {
	}

	static Map<String, String> of(ServerProcess server) {
		Path process = Path.of("/proc", Long.toString(server.pid()));
		Map<String, String> identity = new LinkedHashMap<>();
		identity.put("JDK", jdk(process));
		identity.put("flags", String.join(" ", flags(process)));
		List<String> log = server.logLines();
		identity.put("Spring Boot",
				log.stream()
					.map(BOOT::matcher)
					.filter(Matcher::find)
					.findFirst()
					.map((matcher) -> matcher.group(1))
					.orElse("not named in its log"));
		identity.put("listening",
				String.join("; ",
						log.stream()
							.map(LISTENING::matcher)
							.filter(Matcher::find)
							.map((matcher) -> matcher.group(1))
							.toList()));
		return identity;
	}

	private static String jdk(Path process) {
		try {
			Path executable = process.resolve("exe").toRealPath();
			if (!executable.endsWith("java")) {
				return "not a java process";
			}
			Output version = Output.of(List.of(executable.toString(), "-version"), Path.of("."), BOUND);
			return String.join("; ", version.text().lines().skip(1).toList());
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	/**
	 * The options of the java command, without the class path, which only names folders
	 * of this machine.
	 */
	static List<String> flags(Path process) {
		List<String> flags = new ArrayList<>();
		try {
			String[] arguments = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
				.split("\0");
			for (int i = 1; i < arguments.length && arguments[i].startsWith("-"); i++) {
				if (arguments[i].equals("-jar")) {
					break;
				}
				if (arguments[i].equals("-cp") || arguments[i].equals("-classpath")) {
					i++;
				}
				else {
					flags.add(arguments[i]);
				}
			}
		}
		catch (IOException ex) {
			return List.of("unknown");
		}
		return flags;
	}

}
