/**
 * The load generators: how each is called and what its output says.
 */
@NullMarked
package io.uringboot.bench.generator;

import org.jspecify.annotations.NullMarked;
