package io.uringboot.test;

import java.util.Optional;
import java.util.stream.Collectors;

import io.uringboot.autoconfigure.fastpath.FastPathReport;
import io.uringboot.autoconfigure.fastpath.FastPathReport.Route;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on which routes of an application the fast path answers.
 */
public final class FastPathAssert extends AbstractAssert<FastPathAssert, FastPathReport> {

	FastPathAssert(FastPathReport report) {
		super(report, FastPathAssert.class);
	}

	/**
	 * Verify that nothing keeps the whole application from the fast path.
	 * @return this
	 * @throws AssertionError with the reasons if something does
	 */
	public FastPathAssert isOpen() {
		isNotNull();
		if (!this.actual.closed().isEmpty()) {
			failWithMessage("%nExpected a fast path, but there is none:%n  %s",
					String.join("%n  ".formatted(), this.actual.closed()));
		}
		return this;
	}

	/**
	 * Verify that the fast path answers a route.
	 * @param method the request method, such as {@code GET}
	 * @param pattern the path as it is mapped, such as <code>/users/{id}</code>, with the
	 * base path
	 * @return this
	 * @throws AssertionError with the reason if it does not, or if there is no such route
	 */
	public FastPathAssert answersInPlace(String method, String pattern) {
		isOpen();
		Route route = route(method, pattern);
		if (!route.isCompiled()) {
			failWithMessage("%nExpected the fast path to answer%n  %s %s%nbut %s%nstays on the standard path:%n  %s",
					method, pattern, route.handler(), route.reason());
		}
		return this;
	}

	/**
	 * Verify that a route is left to the standard path.
	 * @param method the request method, such as {@code GET}, or {@code *} if the route is
	 * mapped for all
	 * @param pattern the path as it is mapped, with the base path
	 * @return to verify the reason
	 * @throws AssertionError if the fast path answers it, or if there is no such route
	 */
	public StandardPathAssert staysOnStandardPath(String method, String pattern) {
		isNotNull();
		Route route = route(method, pattern);
		String reason = route.reason();
		if (reason == null) {
			throw failure("%nExpected%n  %s %s%nto stay on the standard path, but the fast path answers it with%n  %s",
					method, pattern, route.handler());
		}
		return new StandardPathAssert(this, method + " " + pattern, reason);
	}

	private Route route(String method, String pattern) {
		Optional<Route> route = this.actual.routes()
			.stream()
			.filter((each) -> each.method().equals(method) && each.pattern().equals(pattern))
			.findFirst();
		return route.orElseThrow(() -> failure("%nExpected a route%n  %s %s%nbut there are only%n  %s", method, pattern,
				this.actual.routes()
					.stream()
					.map((each) -> each.method() + " " + each.pattern())
					.collect(Collectors.joining("%n  ".formatted()))));
	}

}
