/**
 * Assertions for the tests of applications.
 */
@NullMarked
package io.uringboot.test;

import org.jspecify.annotations.NullMarked;
