/**
 * The database: the one that is named, otherwise one of the application's own.
 */
@NullMarked
package io.uringboot.arena.database;

import org.jspecify.annotations.NullMarked;
