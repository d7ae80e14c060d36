package io.uringboot.autoconfigure.differential;

/**
 * An enum among the arguments.
 */
enum Colour {

	RED, GREEN, BLUE

}
