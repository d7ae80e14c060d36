package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * WebFlux's mapping of handler methods, which tells when mappings are registered or
 * unregistered while the application runs.
 */
final class ObservedRequestMappingHandlerMapping extends RequestMappingHandlerMapping {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Have a listener called behind each change, before the call that made it returns.
	 * @param listener the listener
	 */
	void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	/** Whether requests to a handler method are processed for CORS. */
	boolean hasCors(HandlerMethod handlerMethod) {
		return hasCorsConfigurationSource(handlerMethod);
	}

	@Override
	public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
		super.registerMapping(mapping, handler, method);
		changed();
	}

	@Override
	protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
		super.registerHandlerMethod(handler, method, mapping);
		changed();
	}

	@Override
	public void unregisterMapping(RequestMappingInfo mapping) {
		super.unregisterMapping(mapping);
		changed();
	}

	private void changed() {
		this.listeners.forEach(Runnable::run);
	}

}
