package io.uringboot.bench.profile;

/**
 * Where on the loopback address a server listens.
 *
 * @param cleartext the port of HTTP/1.1 and WebSocket
 * @param tls the port of HTTP/1.1 over TLS
 */
public record Ports(int cleartext, int tls) {

	/**
	 * Returns the port of a profile.
	 * @param profile the profile
	 * @return the port
	 */
	public int of(Profile profile) {
		return (profile.transport() == Transport.TLS) ? this.tls : this.cleartext;
	}

	/**
	 * Returns the value of {@code Host} in the requests of a profile.
	 * @param profile the profile
	 * @return host and port
	 */
	public String host(Profile profile) {
		return "localhost:" + of(profile);
	}

}
