package io.uringboot.bench.soak;

import java.time.Duration;
import java.util.List;

import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;

/**
 * What a soak consists of.
 *
 * @param profiles the loads, in this order
 * @param rounds how often all of them
 * @param seconds length of a load, without the handshakes of TLS
 * @param connections connection counts that each profile is loaded with, at most
 * @param pinning who runs where
 * @param settling how long the server may take to close its connections after a load
 */
record SoakSettings(List<Profile> profiles, int rounds, int seconds, List<Integer> connections, Pinning pinning,
		Duration settling) {

	/**
	 * Handshakes that are done in a second at the least: each costs both sides a
	 * millisecond or two, and none of so many connections is served before nearly all
	 * have been shaken.
	 */
	private static final int HANDSHAKES = 400;

	/**
	 * How long a load takes.
	 * @param profile the load
	 * @return its length in seconds, with the time that its handshakes take
	 */
	int seconds(Profile profile) {
		return this.seconds
				+ ((profile.transport() == Transport.TLS) ? (profile.connections() + HANDSHAKES - 1) / HANDSHAKES : 0);
	}

}
