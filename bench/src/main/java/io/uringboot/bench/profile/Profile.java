package io.uringboot.bench.profile;

import java.util.List;

/**
 * A kind of load.
 *
 * @param name the name on the command line and in the report
 * @param exchanges the requests of the load, sent in turn
 * @param checks requests that are only checked before measuring, in this order
 * @param transport how the requests travel
 * @param connections connections unless told otherwise
 * @param pressure connections of the arena's own runs, as far as one core can drive them
 * @param pipelineDepth requests or messages sent without waiting for answers
 * @param requestsPerConnection requests after which a connection is given up and a new
 * one opened; 0 keeps it
 * @param largeAnswers whether answers of more than 4 kB are among the right ones
 * @param rate requests per second over all connections; 0 sends the next as soon as an
 * answer is there
 */
public record Profile(String name, List<Exchange> exchanges, List<Exchange> checks, Transport transport,
		int connections, int pressure, int pipelineDepth, int requestsPerConnection, boolean largeAnswers, int rate) {

	static Profile of(String name, List<Exchange> exchanges) {
		return new Profile(name, exchanges, List.of(), Transport.CLEARTEXT, 64, 4096, 1, 0, false, 0);
	}

	/**
	 * Returns the same load over another number of connections.
	 * @param connections the number
	 * @return the profile
	 */
	public Profile withConnections(int connections) {
		return connections(connections, this.pressure);
	}

	Profile connections(int connections, int pressure) {
		return new Profile(this.name, this.exchanges, this.checks, this.transport, connections, pressure,
				this.pipelineDepth, this.requestsPerConnection, this.largeAnswers, this.rate);
	}

	Profile checking(List<Exchange> checks) {
		return new Profile(this.name, this.exchanges, checks, this.transport, this.connections, this.pressure,
				this.pipelineDepth, this.requestsPerConnection, this.largeAnswers, this.rate);
	}

	Profile over(Transport transport) {
		return new Profile(this.name, this.exchanges, this.checks, transport, this.connections, this.pressure,
				this.pipelineDepth, this.requestsPerConnection, this.largeAnswers, this.rate);
	}

	Profile pipelined(int depth) {
		return new Profile(this.name, this.exchanges, this.checks, this.transport, this.connections, this.pressure,
				depth, this.requestsPerConnection, this.largeAnswers, this.rate);
	}

	Profile reconnectingAfter(int requests) {
		return new Profile(this.name, this.exchanges, this.checks, this.transport, this.connections, this.pressure,
				this.pipelineDepth, requests, this.largeAnswers, this.rate);
	}

	Profile withLargeAnswers() {
		return new Profile(this.name, this.exchanges, this.checks, this.transport, this.connections, this.pressure,
				this.pipelineDepth, this.requestsPerConnection, true, this.rate);
	}

	/**
	 * Returns the same load at another rate.
	 * @param rate requests per second
	 * @return the profile
	 */
	public Profile atRate(int rate) {
		return new Profile(this.name, this.exchanges, this.checks, this.transport, this.connections, this.pressure,
				this.pipelineDepth, this.requestsPerConnection, this.largeAnswers, rate);
	}

}
