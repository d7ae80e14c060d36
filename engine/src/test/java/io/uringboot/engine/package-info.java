/**
 * Tests of the engine as a whole.
 */
@NullMarked
package io.uringboot.engine;

import org.jspecify.annotations.NullMarked;
