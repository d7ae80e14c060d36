/**
 * Finds the handler methods that the engine can answer in place, and compiles them into
 * routes of its fast path.
 */
@NullMarked
package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.NullMarked;
