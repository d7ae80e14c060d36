/**
 * The fast path of an application.
 */
@NullMarked
package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.NullMarked;
