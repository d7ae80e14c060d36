package io.uringboot.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.generator.LoadResult;
import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import org.jspecify.annotations.Nullable;

/**
 * Reports to test with.
 */
final class Reports {

	private Reports() {
	}

	static Run run(String profile, String server, int round, double rate, double micros) {
		return new Run(profile, server, round, measurement(rate, micros), null, List.of());
	}

	static Measurement measurement(double rate, double micros) {
		LoadResult load = new LoadResult("wrk", 1, (long) rate, 0, new Errors(0, 1, 0, 0), (long) (rate * 115),
				new Latency(500.0, 450.0, null), null);
		return new Measurement(load, rate, 115, micros, 0.99, 1, 0.5, 1.0, 2048);
	}

	static Report report(int rounds, Run... runs) {
		return report(rounds, List.of(capture("native", 117, null), capture("stock", 115, null)), runs);
	}

	static Report report(int rounds, List<Capture> captures, Run... runs) {
		return new Report(Map.of("kernel", "Linux 6.18"), List.of("native", "stock"), "stock", List.of("json"), rounds,
				rounds, Map.of("native", Map.of("JDK", "25"), "stock", Map.of("JDK", "25")), Map.of("json", "wrk"),
				List.of(new Start("native", 1, 1234)), captures, new ArrayList<>(List.of(runs)),
				List.of("native was killed"));
	}

	static Capture capture(String server, long bytes, @Nullable String fault) {
		List<String> fields = server.equals("native") ? List.of("Date: now", "server: own") : List.of("date: then");
		return new Capture("json", "json-1", server, "HTTP/1.1 200 ", bytes, 3, fields, fault);
	}

}
