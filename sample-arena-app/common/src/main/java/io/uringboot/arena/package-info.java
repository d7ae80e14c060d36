/**
 * The arena application: what both of its twins share.
 */
@NullMarked
package io.uringboot.arena;

import org.jspecify.annotations.NullMarked;
