/**
 * Auto-configuration of the engine.
 */
@NullMarked
package io.uringboot.autoconfigure;

import org.jspecify.annotations.NullMarked;
