package io.uringboot.bench.generator;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.uringboot.bench.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A load generator: how it is called and what its output means.
 */
public interface Generator {

	/**
	 * Returns the name of its executable.
	 * @return the name
	 */
	String name();

	/**
	 * Returns why it cannot produce a load.
	 * @param profile the load
	 * @return the reason, {@code null} if it can
	 */
	@Nullable String refusal(Profile profile);

	/**
	 * Returns in what its load differs from the profile, for the report.
	 * @param profile the load
	 * @return the differences and the meaning of its percentiles
	 */
	String remark(Profile profile);

	/**
	 * Returns how long after its start it begins to count.
	 * @return the time
	 */
	default Duration settling() {
		return Duration.ZERO;
	}

	/**
	 * Returns the line by which it says that it begins to count.
	 * @return the line, {@code null} if it begins by itself
	 */
	default @Nullable String beginning() {
		return null;
	}

	/**
	 * Returns the command.
	 * @param load what to do
	 * @return the command
	 * @throws IOException if the files it needs cannot be written
	 */
	List<String> command(Load load) throws IOException;

	/**
	 * Understands its output.
	 * @param load what was done
	 * @param output its standard output
	 * @return the counts
	 * @throws GeneratorException if the output is not as expected
	 */
	LoadResult parse(Load load, String output) throws GeneratorException;

}
