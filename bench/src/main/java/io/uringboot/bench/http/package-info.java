/**
 * A small raw HTTP/1.1 client that shows every byte of an answer.
 */
@NullMarked
package io.uringboot.bench.http;

import org.jspecify.annotations.NullMarked;
