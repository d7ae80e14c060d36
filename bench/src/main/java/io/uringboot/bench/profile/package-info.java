/**
 * What is asked of a server: requests, their right answers and the shape of the load.
 */
@NullMarked
package io.uringboot.bench.profile;

import org.jspecify.annotations.NullMarked;
