/**
 * The paired comparison.
 */
@NullMarked
package io.uringboot.bench.compare;

import org.jspecify.annotations.NullMarked;
