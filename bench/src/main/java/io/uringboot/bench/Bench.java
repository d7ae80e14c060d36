package io.uringboot.bench;

import io.uringboot.bench.check.CheckCommand;
import io.uringboot.bench.compare.CompareCommand;
import io.uringboot.bench.soak.SoakCommand;
import io.uringboot.bench.storm.StormCommand;
import io.uringboot.bench.validate.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The measuring programs as one executable.
 */
@Command(name = "bench", description = "Measures and validates the project's servers.", subcommands = {
		CompareCommand.class, CheckCommand.class, SoakCommand.class, StormCommand.class, ValidateCommand.class })
public final class Bench {

	private Bench() {
	}

	/**
	 * Runs a measuring program and ends with its exit code.
	 * @param arguments name of the program and its options
	 */
	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Bench()).execute(arguments));
	}

}
