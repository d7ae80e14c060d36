/**
 * A small WebSocket client and the load generator on the same frames.
 */
@NullMarked
package io.uringboot.bench.websocket;

import org.jspecify.annotations.NullMarked;
