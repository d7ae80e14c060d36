package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;

/**
 * Looks for what controllers and their advice do around the invocation of a handler
 * method.
 */
final class AdviceExamination {

	private static final MethodFilter INIT_BINDER = (method) -> AnnotatedElementUtils.hasAnnotation(method,
			InitBinder.class);

	private static final MethodFilter MODEL = (
			method) -> !AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
					&& AnnotatedElementUtils.hasAnnotation(method, ModelAttribute.class);

	/** It would see another handler method than the one that failed. */
	private static final MethodFilter HANDLER_METHOD_IN_EXCEPTION_HANDLER = (
			method) -> AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class)
					&& List.of(method.getParameterTypes()).contains(HandlerMethod.class);

	private final List<ControllerAdviceBean> advice;

	AdviceExamination(ApplicationContext applicationContext) {
		this.advice = ControllerAdviceBean.findAnnotatedBeans(applicationContext);
	}

	/**
	 * Examine what stands around a handler method.
	 * @param handlerMethod the method
	 * @throws Ineligible if it must be called by WebFlux
	 */
	void examine(HandlerMethod handlerMethod) {
		Class<?> type = ClassUtils.getUserClass(handlerMethod.getBeanType());
		if (AnnotatedElementUtils.hasAnnotation(type, SessionAttributes.class)) {
			throw new Ineligible("its controller has @SessionAttributes");
		}
		examine(type, MODEL, "there is a @ModelAttribute method for it");
		examine(type, HANDLER_METHOD_IN_EXCEPTION_HANDLER, "an @ExceptionHandler for it asks for the HandlerMethod");
		if (handlerMethod.getMethodParameters().length > 0) {
			examine(type, INIT_BINDER, "there is an @InitBinder method for it");
		}
	}

	private void examine(Class<?> type, MethodFilter filter, String reason) {
		if (has(type, filter)) {
			throw new Ineligible(reason);
		}
		for (ControllerAdviceBean bean : this.advice) {
			Class<?> adviceType = bean.getBeanType();
			if (adviceType != null && bean.isApplicableToBeanType(type) && has(adviceType, filter)) {
				throw new Ineligible(reason);
			}
		}
	}

	private static boolean has(Class<?> type, MethodFilter filter) {
		Set<Method> methods = MethodIntrospector.selectMethods(type, filter);
		return !methods.isEmpty();
	}

}
