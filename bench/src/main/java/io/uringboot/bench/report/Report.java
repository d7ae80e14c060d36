package io.uringboot.bench.report;

import java.util.List;
import java.util.Map;

/**
 * All that a comparison has found.
 *
 * @param identity what was measured with what and where
 * @param servers the servers in the order of the tables
 * @param reference the server that ratios are against
 * @param profiles the profiles in the order of the tables
 * @param rounds how many rounds there shall be
 * @param roundsDone how many there were
 * @param serverIdentities what each server says of itself
 * @param loads how each profile's load was made
 * @param starts starts of servers
 * @param captures answers looked at before measuring
 * @param runs all runs
 * @param incidents what else happened
 */
public record Report(Map<String, String> identity, List<String> servers, String reference, List<String> profiles,
		int rounds, int roundsDone, Map<String, Map<String, String>> serverIdentities, Map<String, String> loads,
		List<Start> starts, List<Capture> captures, List<Run> runs, List<String> incidents) {

	/**
	 * Tells whether every run of every round counts.
	 * @return whether nothing failed or is missing
	 */
	public boolean isClean() {
		return this.roundsDone == this.rounds && this.runs.stream().allMatch((run) -> run.failure() == null)
				&& this.runs.size() == this.servers.size() * this.profiles.size() * this.rounds;
	}

}
