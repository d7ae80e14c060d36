/**
 * The arena's dynamic endpoints on Quarkus REST.
 */
package io.uringboot.bench.peers.quarkus;
