package io.uringboot.autoconfigure.fastpath;

/**
 * Makes what records the requests of a route.
 */
@FunctionalInterface
interface RequestRecorders {

	/** Where nobody observes requests. */
	RequestRecorders NONE = (method, pattern) -> RequestRecorder.NONE;

	/**
	 * Make the recorder of a route.
	 * @param method the request method
	 * @param pattern the path as it is mapped
	 * @return the recorder
	 */
	RequestRecorder forRoute(String method, String pattern);

}
