package io.uringboot.autoconfigure.fastpath;

import java.util.List;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Finds out who observes requests.
 */
final class ObservationExamination {

	private ObservationExamination() {
	}

	/**
	 * Examine the application's observations.
	 * @param context the application
	 * @param closed takes the reason if the fast path cannot record what is observed
	 * @return what records requests that the fast path answers
	 */
	static RequestRecorders examine(ConfigurableApplicationContext context, List<String> closed) {
		ObservationRegistry registry = context.getBeanProvider(ObservationRegistry.class).getIfUnique();
		if (registry == null || registry.isNoop()) {
			return RequestRecorders.NONE;
		}
		closed.add("requests are observed");
		return RequestRecorders.NONE;
	}

}
