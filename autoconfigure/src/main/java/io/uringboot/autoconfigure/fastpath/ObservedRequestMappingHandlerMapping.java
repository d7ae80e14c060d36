package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * WebFlux's mapping of handler methods, which tells when mappings are registered or
 * unregistered while the application runs.
 */
final class ObservedRequestMappingHandlerMapping extends RequestMappingHandlerMapping {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** The superclass has its own for its own look-ups, which makes the bean too. */
	private final ReadWriteLock lock = new ReentrantReadWriteLock();

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

	/**
	 * Look up the handler method of a request without making its bean, which may be lazy.
	 * @param exchange the request
	 * @return the handler method as it is mapped, or {@code null} if there is none
	 */
	@Nullable HandlerMethod lookUp(ServerWebExchange exchange) {
		this.lock.readLock().lock();
		try {
			return lookupHandlerMethod(exchange);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	@Override
	public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
		change(() -> super.registerMapping(mapping, handler, method));
	}

	@Override
	protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
		change(() -> super.registerHandlerMethod(handler, method, mapping));
	}

	@Override
	public void unregisterMapping(RequestMappingInfo mapping) {
		change(() -> super.unregisterMapping(mapping));
	}

	private void change(Runnable change) {
		this.lock.writeLock().lock();
		try {
			change.run();
		}
		finally {
			this.lock.writeLock().unlock();
		}
		this.listeners.forEach(Runnable::run);
	}

}
