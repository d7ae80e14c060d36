/**
 * Servers without Spring that answer the same requests: the engine, and what it is
 * measured against from below and above.
 */
@NullMarked
package io.uringboot.bench.servers;

import org.jspecify.annotations.NullMarked;
