/**
 * The static files of the arena: found where they are mounted, otherwise generated.
 */
@NullMarked
package io.uringboot.arena.files;

import org.jspecify.annotations.NullMarked;
