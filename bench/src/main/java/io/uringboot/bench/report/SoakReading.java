package io.uringboot.bench.report;

/**
 * What a server holds after a load, its connections closed.
 *
 * @param residentKilobytes resident memory
 * @param descriptors open file descriptors
 * @param connections accepted and not closed yet
 * @param threads threads
 * @param errorLines lines of errors in its log since its start
 */
public record SoakReading(long residentKilobytes, int descriptors, int connections, long threads, long errorLines) {
}
