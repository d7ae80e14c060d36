/**
 * HTTP/1.1 on the wire.
 */
@NullMarked
package io.uringboot.engine.http1;

import org.jspecify.annotations.NullMarked;
