/**
 * Items that were just read, kept for a moment.
 */
@NullMarked
package io.uringboot.arena.cache;

import org.jspecify.annotations.NullMarked;
