/**
 * What the actuator tells of the engine: endpoint and meters.
 */
@NullMarked
package io.uringboot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
