/**
 * Tests of static resources over the wire.
 */
package io.uringboot.autoconfigure.resources;
