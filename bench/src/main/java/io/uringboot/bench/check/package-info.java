/**
 * What a server must answer rightly before it is measured, and again afterwards.
 */
@NullMarked
package io.uringboot.bench.check;

import org.jspecify.annotations.NullMarked;
