/**
 * Command-line options that the programs share.
 */
@NullMarked
package io.uringboot.bench.options;

import org.jspecify.annotations.NullMarked;
