package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * A handler method that fails as another one did. The handler adapter invokes what stands
 * in the fields, but looks for exception handlers by what the getters tell, so it finds
 * those of the controller that failed.
 */
final class RethrowingHandlerMethod extends HandlerMethod {

	private static final Method RETHROW = rethrow();

	/** Not there yet while the superclass is being constructed. */
	private final @Nullable HandlerMethod failed;

	private RethrowingHandlerMethod(HandlerMethod failed, Throwable failure) {
		super(new Rethrower(failure), RETHROW);
		this.failed = failed;
	}

	static HandlerMethod of(HandlerMethod failed, Throwable failure) {
		return new RethrowingHandlerMethod(failed, failure);
	}

	private static Method rethrow() {
		Method method = ReflectionUtils.findMethod(Rethrower.class, "rethrow");
		if (method == null) {
			throw new IllegalStateException("No method 'rethrow'");
		}
		ReflectionUtils.makeAccessible(method);
		return method;
	}

	@Override
	public Object getBean() {
		return (this.failed != null) ? this.failed.getBean() : super.getBean();
	}

	@Override
	public Class<?> getBeanType() {
		return (this.failed != null) ? this.failed.getBeanType() : super.getBeanType();
	}

	/** Throws what was thrown. */
	static final class Rethrower {

		private final Throwable failure;

		Rethrower(Throwable failure) {
			this.failure = failure;
		}

		Object rethrow() throws Throwable {
			throw this.failure;
		}

	}

}
