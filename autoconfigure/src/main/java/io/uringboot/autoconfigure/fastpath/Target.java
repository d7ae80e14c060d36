package io.uringboot.autoconfigure.fastpath;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.NativeDetector;
import org.springframework.web.method.HandlerMethod;

/**
 * A handler method with its bean, ready to be invoked. A bean that is created lazily is
 * created by the first request, as by WebFlux.
 */
final class Target {

	private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);

	private final HandlerMethod handlerMethod;

	private final Method method;

	private volatile @Nullable MethodHandle handle;

	private volatile @Nullable Object bean;

	Target(HandlerMethod handlerMethod) {
		this.handlerMethod = handlerMethod;
		this.method = BridgeMethodResolver.findBridgedMethod(handlerMethod.getMethod());
		this.method.setAccessible(true);
	}

	/**
	 * Invoke the method.
	 * @param arguments its arguments
	 * @return what it returns
	 * @throws Throwable what it throws
	 */
	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		if (NativeDetector.inNativeImage()) {
			return invokeReflectively(arguments);
		}
		MethodHandle handle = this.handle;
		if (handle == null) {
			handle = bind();
		}
		return handle.invokeExact(arguments);
	}

	private MethodHandle bind() throws IllegalAccessException {
		Object bean = bean();
		MethodHandle method = MethodHandles.lookup().unreflect(this.method);
		MethodHandle bound = Modifier.isStatic(this.method.getModifiers()) ? method : method.bindTo(bean);
		MethodHandle handle = bound.asFixedArity()
			.asSpreader(Object[].class, this.method.getParameterCount())
			.asType(GENERIC);
		this.handle = handle;
		return handle;
	}

	private Object bean() {
		Object bean = this.bean;
		if (bean == null) {
			bean = this.handlerMethod.createWithResolvedBean().getBean();
			this.bean = bean;
		}
		return bean;
	}

	private @Nullable Object invokeReflectively(@Nullable Object[] arguments) throws Throwable {
		try {
			return this.method.invoke(bean(), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
