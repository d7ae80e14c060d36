package io.uringboot.bench.generator;

import io.uringboot.bench.profile.Profile;

/**
 * One run of a load generator.
 *
 * @param profile what is sent
 * @param files the requests as files
 * @param port the server's port on the loopback address
 * @param seconds how long
 * @param threads threads of the generator, at most one a connection
 */
public record Load(Profile profile, RequestFiles files, int port, int seconds, int threads) {

	String origin() {
		return "http://127.0.0.1:" + this.port;
	}

}
