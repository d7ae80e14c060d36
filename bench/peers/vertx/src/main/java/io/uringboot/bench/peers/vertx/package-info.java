/**
 * The arena's dynamic endpoints on Vert.x.
 */
package io.uringboot.bench.peers.vertx;
