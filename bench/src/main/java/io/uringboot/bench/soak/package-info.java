/**
 * All profiles one after another on one process.
 */
@NullMarked
package io.uringboot.bench.soak;

import org.jspecify.annotations.NullMarked;
