package io.uringboot.autoconfigure.differential;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same application on Boot's own server and on the engine's, one generated corpus of
 * requests, every octet of the answers compared.
 */
class DifferentialTests {

	private static final long SEED = Long.getLong("differential.seed", System.nanoTime());

	@ParameterizedTest
	@EnumSource
	void answersAreThoseOfBootsOwnServer(Scenario scenario) {
		System.out.println("Differential corpus " + scenario + ": seed " + SEED);
		try (Comparison comparison = new Comparison(scenario)) {
			long start = System.currentTimeMillis();
			comparison.run(new Corpus(SEED, scenario.basePath()), scenario.requests());
			System.out.println(System.currentTimeMillis() - start);
			System.out.println(comparison.differences());
			assertThat(comparison.engine().invocations().counts().keySet())
				.containsAll(handlerMethods(comparison.engine()));
			assertThat(comparison.differences().isEmpty()).withFailMessage(comparison.differences()::toString).isTrue();
		}
	}

	private static Set<String> handlerMethods(Server server) {
		return server.context()
			.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.values()
			.stream()
			.map((method) -> method.getBeanType().getSimpleName() + "." + method.getMethod().getName())
			.collect(Collectors.toSet());
	}

}
