/**
 * What the tests of all modules share: the leak watch, raw connections, JVMs of their own
 * under restrictions.
 */
@NullMarked
package io.uringboot.engine.testkit;

import org.jspecify.annotations.NullMarked;
