@NullMarked
package io.uringboot.bench.servers;

import org.jspecify.annotations.NullMarked;
