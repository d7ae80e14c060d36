package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The handler methods with {@link PreEncoded @PreEncoded}, which are checked before the
 * server starts. Thread-safe.
 */
final class PreEncodedMethods implements SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final RepresentationEncoder encoder;

	private final Map<Method, Boolean> annotated = new ConcurrentHashMap<>();

	private final Map<Key, PreEncodedMethod> methods = new ConcurrentHashMap<>();

	PreEncodedMethods(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.encoder = new RepresentationEncoder(beanFactory);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.beanFactory.getBeanProvider(RequestMappingHandlerMapping.class)
			.forEach((mapping) -> mapping.getHandlerMethods()
				.forEach((info, handlerMethod) -> find(info, handlerMethod)));
	}

	/** Whether a method has the annotation. */
	boolean contains(HandlerMethod handlerMethod) {
		return this.annotated.computeIfAbsent(handlerMethod.getMethod(),
				(method) -> handlerMethod.hasMethodAnnotation(PreEncoded.class));
	}

	/**
	 * Find a method by its mapping.
	 * @param mapping the mapping
	 * @param handlerMethod the method
	 * @return the method, or {@code null} if it does not have the annotation
	 * @throws InvalidPreEncodedException if it has it by mistake
	 */
	@Nullable PreEncodedMethod find(RequestMappingInfo mapping, HandlerMethod handlerMethod) {
		if (!contains(handlerMethod)) {
			return null;
		}
		PreEncodedRules.checkMapping(handlerMethod, mapping.getMethodsCondition().getMethods());
		return get(handlerMethod, mapping.getProducesCondition().getProducibleMediaTypes());
	}

	/**
	 * Return a method that has the annotation.
	 * @param handlerMethod the method
	 * @param producible the media types that its mapping names, maybe none
	 * @return the method
	 * @throws InvalidPreEncodedException if it has it by mistake
	 */
	PreEncodedMethod get(HandlerMethod handlerMethod, Set<MediaType> producible) {
		return this.methods.computeIfAbsent(new Key(handlerMethod, producible), this::create);
	}

	private PreEncodedMethod create(Key key) {
		PreEncoded annotation = key.handlerMethod.getMethodAnnotation(PreEncoded.class);
		if (annotation == null) {
			throw new IllegalArgumentException(key.handlerMethod + " is not annotated");
		}
		return new PreEncodedMethod(key.handlerMethod, annotation, key.producible, this.encoder);
	}

	private record Key(HandlerMethod handlerMethod, Set<MediaType> producible) {

	}

}
