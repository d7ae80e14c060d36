package io.uringboot.bench.validate;

import java.util.Random;

import io.uringboot.bench.process.ServerProcess;

/**
 * The server that is checked, and what it was given.
 *
 * @param process its process
 * @param http its HTTP/1.1 port
 * @param https its port of HTTP/1.1 over TLS
 * @param mount the data and the certificate it was given
 * @param random where values of checks come from
 */
record Server(ServerProcess process, Origin http, Origin https, Mount mount, Random random) {

	/**
	 * Draws a number.
	 * @param lowest the lowest that may come
	 * @param highest the highest that may come
	 * @return the number
	 */
	int between(int lowest, int highest) {
		return lowest + this.random.nextInt(highest - lowest + 1);
	}

	byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		this.random.nextBytes(bytes);
		return bytes;
	}

}
