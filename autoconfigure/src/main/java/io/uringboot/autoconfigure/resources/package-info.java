/**
 * Static resources: compressed siblings chosen by weight, and answers kept in memory that
 * follow the disk.
 */
@NullMarked
package io.uringboot.autoconfigure.resources;

import org.jspecify.annotations.NullMarked;
