package io.uringboot.bench.validate;

/**
 * The checks of one profile, or of what several profiles have in common.
 */
@FunctionalInterface
interface Suite {

	/**
	 * Makes the checks.
	 * @param server the server to check
	 * @param checks where each check is noted
	 */
	void run(Server server, Checklist checks);

}
