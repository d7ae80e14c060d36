package io.uringboot.autoconfigure.differential;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The application that both servers serve.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Invocations.class, PathController.class, ParameterController.class, RequestController.class,
		BodyController.class, ResultController.class, EntityController.class, ReactiveController.class,
		ConditionController.class, FailureController.class, FailureAdvice.class })
class DifferentialApplication {

}
