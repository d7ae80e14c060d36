package io.uringboot.bench.profile;

/**
 * How the requests of a profile travel.
 */
public enum Transport {

	/**
	 * HTTP/1.1 without encryption.
	 */
	CLEARTEXT,

	/**
	 * HTTP/1.1 over TLS, on a port of its own.
	 */
	TLS,

	/**
	 * Messages over WebSocket connections without encryption.
	 */
	WEBSOCKET

}
