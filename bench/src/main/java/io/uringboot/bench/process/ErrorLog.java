package io.uringboot.bench.process;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the lines of a log that speak of trouble.
 */
public final class ErrorLog {

	private static final Pattern TROUBLE = Pattern
		.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|^\\s+at \\S+\\(|\\b\\w+(Exception|Error)\\b|^Caused by:");

	private ErrorLog() {
	}

	/**
	 * Returns the lines that speak of trouble.
	 * @param log all lines
	 * @return those lines
	 */
	public static List<String> troubles(List<String> log) {
		return log.stream().filter((line) -> TROUBLE.matcher(line).find()).toList();
	}

}
