@NullUnmarked
package io.uringboot.engine.compression;

import org.jspecify.annotations.NullUnmarked;
