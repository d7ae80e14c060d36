package io.uringboot.bench.report;

import io.uringboot.bench.generator.LoadResult;
import org.jspecify.annotations.Nullable;

/**
 * One load of a soak.
 *
 * @param round the round, from 1
 * @param profile the profile
 * @param connections connections of the load
 * @param load what the generator counted, {@code null} if there was no load
 * @param after what the server held afterwards, {@code null} if it was gone
 * @param failure why it does not count, {@code null} if all is well
 */
public record SoakRow(int round, String profile, int connections, @Nullable LoadResult load,
		@Nullable SoakReading after, @Nullable String failure) {
}
