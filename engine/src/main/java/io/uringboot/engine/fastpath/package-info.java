/**
 * Routes that are answered in place: found by the octets of the request, handled on the
 * event loop, written into the batch. What a route cannot answer exactly goes on to the
 * standard path untouched.
 */
@NullMarked
package io.uringboot.engine.fastpath;

import org.jspecify.annotations.NullMarked;
