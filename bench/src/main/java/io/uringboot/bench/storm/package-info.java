/**
 * The connection storm.
 */
@NullMarked
package io.uringboot.bench.storm;

import org.jspecify.annotations.NullMarked;
