/**
 * Tests of answers from files.
 */
package io.uringboot.engine.files;
