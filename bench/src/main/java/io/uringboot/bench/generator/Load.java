package io.uringboot.bench.generator;

import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;

/**
 * One run of a load generator.
 *
 * @param profile what is sent
 * @param files the requests as files
 * @param seconds how long
 * @param threads threads of the generator, at most one a connection
 */
public record Load(Profile profile, RequestFiles files, int seconds, int threads) {

	/**
	 * Returns the server's port on the loopback address.
	 * @return the port
	 */
	int port() {
		return this.files.ports().of(this.profile);
	}

	String origin() {
		return ((this.profile.transport() == Transport.TLS) ? "https" : "http") + "://127.0.0.1:" + port();
	}

}
