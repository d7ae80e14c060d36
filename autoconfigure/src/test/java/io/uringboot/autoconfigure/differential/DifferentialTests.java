package io.uringboot.autoconfigure.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import io.uringboot.engine.fastpath.FastPath;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same application on Boot's own server and on the engine's, one generated corpus of
 * requests, every octet of the answers compared. {@code -Ddifferential.seed} makes
 * another one.
 */
class DifferentialTests {

	/** The same corpus for every build; others are for looking further. */
	private static final long SEED = Long.getLong("differential.seed", 42);

	private static final Route SUM = new Route("GET", "/param/sum?a={int}&b={int}", "");

	private static final String OK = "HTTP/1.1 200 OK";

	private static Level leakDetection;

	/**
	 * Records of every access to every buffer take several times what the requests take;
	 * with this many requests a sample finds what leaks.
	 */
	@BeforeAll
	static void sampleLeaks() {
		leakDetection = ResourceLeakDetector.getLevel();
		ResourceLeakDetector.setLevel(Level.ADVANCED);
	}

	@AfterAll
	static void restoreLeakDetection() {
		ResourceLeakDetector.setLevel(leakDetection);
	}

	@ParameterizedTest
	@EnumSource
	void answersAreThoseOfBootsOwnServer(Scenario scenario) {
		System.out.println("Differential corpus " + scenario + ": seed " + SEED);
		try (Comparison comparison = new Comparison(scenario)) {
			comparison.run(new Corpus(SEED, scenario.basePath()), scenario.requests());
			comparison.runCertain("GET /request/header HTTP/1.1\r\nHost: localhost\r\nX-Number: 5\r\n\r\n",
					"GET /by-header HTTP/1.1\r\nHost: localhost\r\nX-Text: a\r\n\r\n",
					"GET /request/cookie HTTP/1.1\r\nHost: localhost\r\nCookie: flavour=oat\r\n\r\n");
			assertThat(comparison.differences().isEmpty()).withFailMessage(comparison.differences()::toString).isTrue();
			Awaitility.await()
				.untilAsserted(() -> assertThat(observations(comparison.engine()))
					.isEqualTo(observations(comparison.plain())));
			if (scenario == Scenario.DEFAULT) {
				assertThat(comparison.engine().invocations().counts().keySet())
					.containsAll(handlerMethods(comparison.engine()));
				// The fast path is what is compared, for every sixth request at least.
				assertThat(comparison.engine().context().getBean(FastPath.class).totals().answered())
					.isGreaterThan(scenario.requests() / 6);
				// Those that are no matter of time.
				assertThat(comparison.intended()).contains(IntendedDifference.DATE, IntendedDifference.HTTP_1_0,
						IntendedDifference.UNMET_EXPECTATION);
			}
		}
	}

	@Test
	void refusedRequestsAreThoseListed() {
		System.out.println("Differential refusals: seed " + SEED);
		Corpus corpus = new Corpus(SEED, "");
		SoftAssertions softly = new SoftAssertions();
		try (Comparison comparison = new Comparison(Scenario.DEFAULT)) {
			for (RefusedRequest refused : RefusedRequest.values()) {
				for (int before = 0; before < 4; before++) {
					Request get = corpus.plainRequest(SUM);
					Request request = refused.from(get);
					List<Request> pipeline = new ArrayList<>(Collections.nCopies(before, get));
					pipeline.add(request);
					List<Answer> answers = comparison.engineAnswers(corpus.split(pipeline));
					softly.assertThat(answers).as("%s", refused).hasSize(before + 1);
					Answer last = answers.remove(answers.size() - 1);
					softly.assertThat(answers).as("%s", refused).allMatch((answer) -> answer.statusLine().equals(OK));
					softly.assertThat(withoutDate(last)).as("%s", refused).isEqualTo(refused.answer());
					softly.assertThat(comparison.plainAnswer(request)).as("%s", refused).isNotEqualTo(refused.answer());
				}
			}
		}
		softly.assertAll();
	}

	private static Answer withoutDate(Answer answer) {
		return answer.withFields(answer.fields().stream().filter((field) -> !field.startsWith("Date: ")).toList());
	}

	/** How often {@code http.server.requests} was recorded, by tags. */
	private static Map<String, Long> observations(Server server) {
		Map<String, Long> counts = new TreeMap<>();
		server.context()
			.getBean(MeterRegistry.class)
			.find("http.server.requests")
			.timers()
			.forEach((Timer timer) -> counts.merge(timer.getId().getTags().toString(), timer.count(), Long::sum));
		return counts;
	}

	private static Set<String> handlerMethods(Server server) {
		return server.context()
			.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.values()
			.stream()
			.map((method) -> method.getBeanType().getSimpleName() + "." + method.getMethod().getName())
			// what it requires is never there
			.filter((name) -> !name.equals("RequestController.attributeRequired"))
			.collect(Collectors.toSet());
	}

}
