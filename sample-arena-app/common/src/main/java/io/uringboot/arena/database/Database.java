package io.uringboot.arena.database;

/**
 * The database of the application.
 */
@FunctionalInterface
public interface Database {

	/**
	 * Where it is.
	 * @return its address, which answers or does not
	 */
	DatabaseAddress address();

}
