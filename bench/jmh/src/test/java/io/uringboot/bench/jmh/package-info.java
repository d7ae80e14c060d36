@NullMarked
package io.uringboot.bench.jmh;

import org.jspecify.annotations.NullMarked;
