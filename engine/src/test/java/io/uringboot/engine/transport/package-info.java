@NullMarked
package io.uringboot.engine.transport;

import org.jspecify.annotations.NullMarked;
