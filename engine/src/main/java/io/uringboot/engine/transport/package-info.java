/**
 * Event loops on io_uring, epoll or NIO: probing, selection with fallback, and sharded
 * accept.
 */
@NullMarked
package io.uringboot.engine.transport;

import org.jspecify.annotations.NullMarked;
