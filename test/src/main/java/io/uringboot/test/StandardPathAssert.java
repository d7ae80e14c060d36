package io.uringboot.test;

import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on why a route stays on the standard path.
 */
public final class StandardPathAssert extends AbstractAssert<StandardPathAssert, String> {

	private final FastPathAssert fastPath;

	private final String route;

	StandardPathAssert(FastPathAssert fastPath, String route, String reason) {
		super(reason, StandardPathAssert.class);
		this.fastPath = fastPath;
		this.route = route;
	}

	/**
	 * Verify the reason.
	 * @param text a part of it
	 * @return the assertions on the fast path, to go on with
	 * @throws AssertionError with the actual reason if it does not have this part
	 */
	public FastPathAssert because(String text) {
		if (!this.actual.contains(text)) {
			failWithMessage("%nExpected%n  %s%nto stay on the standard path because%n  %s%nbut the reason is%n  %s",
					this.route, text, this.actual);
		}
		return this.fastPath;
	}

	/**
	 * Whatever the reason is.
	 * @return the assertions on the fast path, to go on with
	 */
	public FastPathAssert and() {
		return this.fastPath;
	}

}
