/**
 * The harness of the micro-benchmarks: an event loop to run them on, and a channel
 * without a socket. The benchmarks themselves stand in the packages of what they measure.
 */
@NullMarked
package io.uringboot.bench.jmh;

import org.jspecify.annotations.NullMarked;
