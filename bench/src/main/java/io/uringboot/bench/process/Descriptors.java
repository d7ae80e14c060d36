package io.uringboot.bench.process;

/**
 * Open file descriptors of a process.
 *
 * @param total all of them
 * @param sockets those that are sockets
 */
public record Descriptors(int total, int sockets) {
}
