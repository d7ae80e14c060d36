/**
 * The checks that the arena makes before it measures an entry, made against one running
 * server.
 */
@NullMarked
package io.uringboot.bench.validate;

import org.jspecify.annotations.NullMarked;
