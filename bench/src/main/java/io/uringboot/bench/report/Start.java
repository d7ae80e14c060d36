package io.uringboot.bench.report;

/**
 * A start of a server.
 *
 * @param server the server
 * @param round the round, from 1
 * @param readyMillis milliseconds from the start of the process to its first answer
 */
public record Start(String server, int round, long readyMillis) {
}
