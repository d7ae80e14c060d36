/**
 * Applications that tests run in JVMs of their own.
 */
package io.uringboot.autoconfigure.forked;
