package io.uringboot.test;

import java.util.function.Supplier;

import io.uringboot.autoconfigure.fastpath.FastPathReport;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Entry point of the assertions on the fast path of an application.
 */
public final class FastPathAssertions {

	private static final ResolvableType REPORT = ResolvableType.forClassWithGenerics(Supplier.class,
			FastPathReport.class);

	private FastPathAssertions() {
	}

	/**
	 * Make assertions on what the fast path answers now.
	 * @param application the application context, or any other bean factory of it
	 * @return the assertions
	 * @throws AssertionError if the application has no fast path, because it is switched
	 * off or the application is not one of WebFlux
	 */
	public static FastPathAssert assertThat(BeanFactory application) {
		Object report = application.getBeanProvider(REPORT).getIfAvailable();
		if (report instanceof Supplier<?> supplier && supplier.get() instanceof FastPathReport present) {
			return assertThat(present);
		}
		throw new AssertionError("There is no fast path: it needs the starter, a reactive web application, and none of "
				+ "uring.enabled, uring.http1.enabled and uring.fast-path.enabled to be false");
	}

	/**
	 * Make assertions on a report.
	 * @param report the report
	 * @return the assertions
	 */
	public static FastPathAssert assertThat(FastPathReport report) {
		return new FastPathAssert(report);
	}

}
