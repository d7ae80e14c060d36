package io.uringboot.bench.profile;

import java.util.List;

/**
 * A kind of load.
 *
 * @param name the name on the command line and in the report
 * @param exchanges the requests of the load, sent in turn
 * @param checks requests that are only checked before measuring
 * @param connections connections unless told otherwise
 * @param pipelineDepth requests sent without waiting for answers
 * @param requestsPerConnection requests after which a connection is given up and a new
 * one opened; 0 keeps it
 * @param largeAnswers whether answers of more than 4 kB are among the right ones
 */
public record Profile(String name, List<Exchange> exchanges, List<Exchange> checks, int connections, int pipelineDepth,
		int requestsPerConnection, boolean largeAnswers) {

	static Profile of(String name, List<Exchange> exchanges) {
		return new Profile(name, exchanges, List.of(), 64, 1, 0, false);
	}

	Profile checking(List<Exchange> checks) {
		return new Profile(this.name, this.exchanges, checks, this.connections, this.pipelineDepth,
				this.requestsPerConnection, this.largeAnswers);
	}

	/**
	 * Returns the same load over another number of connections.
	 * @param connections the number
	 * @return the profile
	 */
	public Profile withConnections(int connections) {
		return new Profile(this.name, this.exchanges, this.checks, connections, this.pipelineDepth,
				this.requestsPerConnection, this.largeAnswers);
	}

	Profile pipelined(int depth) {
		return new Profile(this.name, this.exchanges, this.checks, this.connections, depth, this.requestsPerConnection,
				this.largeAnswers);
	}

	Profile reconnectingAfter(int requests) {
		return new Profile(this.name, this.exchanges, this.checks, this.connections, this.pipelineDepth, requests,
				this.largeAnswers);
	}

	Profile withLargeAnswers() {
		return new Profile(this.name, this.exchanges, this.checks, this.connections, this.pipelineDepth,
				this.requestsPerConnection, true);
	}

}
