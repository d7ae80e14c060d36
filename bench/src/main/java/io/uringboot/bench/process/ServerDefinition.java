package io.uringboot.bench.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A server that can be measured: any command that stays in the foreground as the process
 * that listens.
 *
 * @param name name in the report
 * @param command the command with its arguments
 */
public record ServerDefinition(String name, List<String> command) {

	/**
	 * One of the project's own servers.
	 * @param benchDirectory the folder of the serve script
	 * @param name name of the twin
	 * @return the definition
	 */
	public static ServerDefinition twin(Path benchDirectory, String name) {
		return new ServerDefinition(name, List.of(benchDirectory.resolve("serve").toString(), name));
	}

	/**
	 * A server given as a line of shell.
	 * @param name name in the report
	 * @param commandLine the command line, read by the shell and then replacing it
	 * @return the definition
	 */
	public static ServerDefinition shell(String name, String commandLine) {
		return new ServerDefinition(name, List.of("/bin/sh", "-c", "exec " + commandLine));
	}

}
