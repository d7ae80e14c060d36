package io.uringboot.autoconfigure.differential;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.condition.JRE;

/**
 * Configurations in which the application is compared.
 */
enum Scenario {

	/** As it comes. */
	DEFAULT(10_000, "", Map.of()),

	/** Everything below a path. */
	BASE_PATH(3_000, "/base", Map.of("spring.webflux.base-path", "/base")),

	/** Blocking methods on virtual threads, where there are some. */
	VIRTUAL_THREADS(2_500, "", Map.of("spring.threads.virtual.enabled", "true")),

	/** A filter in front of all handlers. */
	FILTER(1_600, "", Map.of(), HeaderFilter.class),

	/** Other bodies for errors. */
	ERRORS(1_600, "",
			Map.of("spring.webflux.problemdetails.enabled", "true", "spring.web.error.include-message", "always",
					"spring.web.error.include-binding-errors", "always")),

	/** Compressed responses, of which the fast path has to give the same. */
	COMPRESSION(1_600, "", Map.of("server.compression.enabled", "true", "server.compression.min-response-size", "64B"));

	/** What is not answered by the event loop, whatever the configuration. */
	private static final Set<String> ANSWERED_LATER = Set.of("GET /reactive/mono-later", "GET /reactive/future",
			"GET /result/resource");

	private final int requests;

	private final String basePath;

	private final Map<String, Object> properties;

	private final Class<?>[] sources;

	Scenario(int requests, String basePath, Map<String, Object> properties, Class<?>... sources) {
		this.requests = requests;
		this.basePath = basePath;
		this.properties = properties;
		this.sources = sources;
	}

	int requests() {
		return this.requests;
	}

	String basePath() {
		return this.basePath;
	}

	Map<String, Object> properties() {
		return this.properties;
	}

	Class<?>[] sources() {
		return this.sources;
	}

	/**
	 * Whether the event loop may go on with what it has received before the response is
	 * made, because another thread makes it.
	 */
	boolean answersLater(Request request) {
		boolean virtualThreads = this == VIRTUAL_THREADS && JRE.currentVersionNumber() >= 21;
		return virtualThreads || ANSWERED_LATER.contains(request.route());
	}

}
