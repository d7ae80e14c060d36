/**
 * Processes of this machine: starting, pinning, stopping and reading them through proc.
 */
@NullMarked
package io.uringboot.bench.process;

import org.jspecify.annotations.NullMarked;
