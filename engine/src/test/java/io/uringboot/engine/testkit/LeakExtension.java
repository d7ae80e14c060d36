package io.uringboot.engine.testkit;

import java.lang.reflect.Modifier;
import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class after which Netty reports a leaked buffer (or another counted
 * resource). Registers itself for every test class wherever the test kit is on the class
 * path, through the service loader and {@code junit-platform.properties}.
 */
public final class LeakExtension implements AfterAllCallback {

	static {
		LeakWatch.install();
	}

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		Class<?> testClass = context.getRequiredTestClass();
		boolean inner = testClass.isMemberClass() && !Modifier.isStatic(testClass.getModifiers());
		if (!inner) {
			failOn(LeakWatch.takeLeaks());
		}
	}

	private static void failOn(List<String> leaks) {
		if (!leaks.isEmpty()) {
			throw new AssertionError("Leaks: " + String.join(System.lineSeparator(), leaks));
		}
	}

}
