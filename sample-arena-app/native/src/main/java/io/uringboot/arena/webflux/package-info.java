/**
 * The arena application on WebFlux. The engine comes with the starter: nothing here names
 * it.
 */
@NullMarked
package io.uringboot.arena.webflux;

import org.jspecify.annotations.NullMarked;
