/**
 * Content codings of responses: which response is encoded for which request, and the
 * encoders, which belong to the event loops.
 */
@NullMarked
package io.uringboot.engine.compression;

import org.jspecify.annotations.NullMarked;
