package io.uringboot.bench.storm;

import org.jspecify.annotations.Nullable;

/**
 * What a server holds at a moment without connections.
 *
 * @param moment when that was
 * @param descriptors open file descriptors
 * @param sockets those of them that are sockets
 * @param threads threads
 * @param residentKilobytes resident memory
 * @param offHeapKilobytes memory taken outside the heap, direct buffers among it,
 * {@code null} if the virtual machine could not be asked
 * @param errorLines lines of errors in its log
 */
record Reading(String moment, int descriptors, int sockets, long threads, long residentKilobytes,
		@Nullable Long offHeapKilobytes, long errorLines) {
}
