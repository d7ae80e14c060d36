/**
 * The certificate of the TLS ports.
 */
@NullMarked
package io.uringboot.arena.tls;

import org.jspecify.annotations.NullMarked;
