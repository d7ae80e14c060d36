/**
 * Entry point of the measuring programs.
 */
@NullMarked
package io.uringboot.bench;

import org.jspecify.annotations.NullMarked;
