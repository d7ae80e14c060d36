package io.uringboot.bench.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One run of one profile against one server.
 *
 * @param profile the profile
 * @param server the server
 * @param round the round, from 1
 * @param measurement the figures, if it came to that
 * @param failure why the run does not count, {@code null} if it does
 * @param remarks what the reader of the figures should know
 */
public record Run(String profile, String server, int round, @Nullable Measurement measurement, @Nullable String failure,
		List<String> remarks) {

	/**
	 * A run that came to nothing.
	 * @param profile the profile
	 * @param server the server
	 * @param round the round
	 * @param reason the reason
	 * @return the run
	 */
	public static Run failed(String profile, String server, int round, String reason) {
		return new Run(profile, server, round, null, reason, List.of());
	}

}
