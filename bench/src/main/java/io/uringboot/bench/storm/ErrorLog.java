package io.uringboot.bench.storm;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the lines of a log that speak of trouble.
 */
final class ErrorLog {

	private static final Pattern TROUBLE = Pattern
		.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|^\\s+at \\S+\\(|\\b\\w+(Exception|Error)\\b|^Caused by:");

	private ErrorLog() {
	}

	static List<String> troubles(List<String> log) {
		return log.stream().filter((line) -> TROUBLE.matcher(line).find()).toList();
	}

}
