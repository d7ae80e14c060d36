/**
 * The data set and the shapes of the answers made from it.
 */
@NullMarked
package io.uringboot.arena.data;

import org.jspecify.annotations.NullMarked;
