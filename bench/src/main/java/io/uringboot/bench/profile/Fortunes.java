package io.uringboot.bench.profile;

import java.util.List;
import java.util.Locale;

import io.uringboot.bench.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A page rendered from rows of the database.
 */
final class Fortunes {

	private Fortunes() {
	}

	static List<Exchange> exchanges() {
		return List
			.of(new Exchange("fortunes", Request.get("/fortunes"), Expectation.ok("text/html").and(Fortunes::fault)));
	}

	private static @Nullable String fault(Answer answer) {
		String page = answer.text();
		int rows = page.split("<tr", -1).length - 1;
		if (!page.toLowerCase(Locale.ROOT).contains("<!doctype html>")) {
			return "no doctype";
		}
		if (rows < 201 || rows > 210) {
			return rows + " rows";
		}
		if (!page.contains("Additional fortune added at request time.")) {
			return "the fortune of the request is missing";
		}
		if (!page.contains("&lt;script&gt;") || page.contains("<script>alert")) {
			return "not escaped";
		}
		return (page.length() >= 18_432 && page.length() <= 65_536) ? null : page.length() + " characters";
	}

}
