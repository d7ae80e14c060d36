/**
 * Answers from files, kept in memory and answered in place as long as the files are what
 * they were. What the answers are, an application's own resource handling says.
 */
@NullMarked
package io.uringboot.engine.files;

import org.jspecify.annotations.NullMarked;
