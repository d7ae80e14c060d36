/**
 * The arena's contract as tests: each twin extends them and so runs them against itself.
 */
@NullMarked
package io.uringboot.arena.contract;

import org.jspecify.annotations.NullMarked;
