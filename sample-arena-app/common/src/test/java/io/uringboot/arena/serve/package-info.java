/**
 * The packaged twins: started as a user starts them.
 */
@NullMarked
package io.uringboot.arena.serve;

import org.jspecify.annotations.NullMarked;
