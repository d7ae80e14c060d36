package io.uringboot.engine.fastpath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHeads;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the look-up with a plain reading of Spring's rules, over random routes and
 * paths made of few different segments, so that they often meet.
 */
class RouteLookupTests {

	private static final String[] SEGMENTS = { "", "a", "b", "ab", "ba", "abc", ".", "..", "Aa", "BB" };

	private static final HttpMethod[] METHODS = { HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD };

	private static final FastPathHandler HANDLER = (exchange) -> false;

	@RepeatedTest(200)
	void findsWhatTheRulesSay(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		FastPathRoutes.Builder builder = FastPathRoutes.builder();
		List<Declared> declared = new ArrayList<>();
		int count = random.nextInt(30);
		for (int i = 0; i < count; i++) {
			declare(builder, declared, random);
		}
		FastPathRoutes routes = builder.build();
		for (int i = 0; i < 100; i++) {
			HttpMethod method = METHODS[random.nextInt(METHODS.length)];
			String path = path(random, false);
			Route route = routes.find(RequestHeads.of(method.name(), path));
			assertThat((route != null && route.handler != null) ? route.toString() : null)
				.as("%s %s in %s", method, path, declared)
				.isEqualTo(expected(declared, method, path));
		}
	}

	@Test
	void findsEachOfManyRoutes() {
		FastPathRoutes.Builder builder = FastPathRoutes.builder();
		for (int i = 0; i < 1000; i++) {
			builder.route(HttpMethod.GET, "/literal/" + i, 0, HANDLER);
			builder.route(HttpMethod.GET, "/resource" + i + "/{id}", 0, HANDLER);
		}
		FastPathRoutes routes = builder.build();
		for (int i = 0; i < 1000; i++) {
			assertThat(routes.find(RequestHeads.of("GET", "/literal/" + i))).hasToString("GET /literal/" + i);
			assertThat(routes.find(RequestHeads.of("GET", "/resource" + i + "/7")))
				.hasToString("GET /resource" + i + "/{id}");
		}
		assertThat(routes.find(RequestHeads.of("GET", "/literal/1000"))).isNull();
	}

	private static void declare(FastPathRoutes.Builder builder, List<Declared> declared, Random random) {
		HttpMethod method = METHODS[random.nextInt(METHODS.length)];
		String path = path(random, true);
		switch (random.nextInt(6)) {
			case 0 -> {
				builder.standard(path);
				declared.add(new Declared(null, path, false));
			}
			case 1 -> {
				builder.standard(method, path);
				declared.add(new Declared(method, path, false));
			}
			default -> {
				try {
					builder.route(method, path, 0, HANDLER);
					declared.add(new Declared(method, path, true));
				}
				catch (IllegalArgumentException ex) {
					// there is one already
				}
			}
		}
	}

	private static String path(Random random, boolean variables) {
		StringBuilder path = new StringBuilder();
		int segments = 1 + random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			boolean variable = variables && random.nextInt(3) == 0;
			path.append('/')
				.append(variable ? "{v" + random.nextInt(3) + "}" : SEGMENTS[random.nextInt(SEGMENTS.length)]);
		}
		return path.toString();
	}

	private static String expected(List<Declared> declared, HttpMethod method, String path) {
		List<Declared> matching = declared.stream()
			.filter((route) -> route.method() == null || route.method().equals(method))
			.filter((route) -> route.matches(path))
			.sorted(Comparator.comparingInt(Declared::variables).thenComparingInt((route) -> -route.length()))
			.toList();
		if (matching.isEmpty()) {
			return null;
		}
		Declared best = matching.get(0);
		boolean alone = matching.stream()
			.filter((route) -> route.variables() == best.variables() && route.length() == best.length())
			.count() == 1;
		return (alone && best.handled()) ? best.method() + " " + best.path() : null;
	}

	private record Declared(HttpMethod method, String path, boolean handled) {

		boolean matches(String path) {
			String[] patterns = this.path.split("/", -1);
			String[] segments = path.split("/", -1);
			boolean matches = patterns.length == segments.length;
			for (int i = 0; matches && i < patterns.length; i++) {
				matches = patterns[i].startsWith("{") ? !segments[i].isEmpty() : patterns[i].equals(segments[i]);
			}
			return matches;
		}

		int variables() {
			return this.path.split("\\{", -1).length - 1;
		}

		int length() {
			return this.path.replaceAll("\\{[^}]*}", "#").length();
		}

	}

}
