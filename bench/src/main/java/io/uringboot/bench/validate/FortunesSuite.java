package io.uringboot.bench.validate;

import java.util.Locale;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * A page made from the database, one row added, sorted and escaped.
 */
final class FortunesSuite implements Suite {

	private static final String ADDED = "Additional fortune added at request time.";

	@Override
	public void run(Server server, Checklist checks) {
		page(server, checks, "a document of HTML",
				(page) -> page.strip().toLowerCase(Locale.ROOT).startsWith("<!doctype html>") ? null
						: "no document type in front");
		page(server, checks, "201 rows and at most nine more for the head", (page) -> {
			int rows = page.split("<tr", -1).length - 1;
			return (rows >= 201 && rows <= 210) ? null : rows + " rows";
		});
		page(server, checks, "the row of the request", (page) -> page.contains(ADDED) ? null : "not there");
		page(server, checks, "script is escaped",
				(page) -> (page.contains("&lt;script&gt;") && !page.contains("<script>alert")) ? null : "not escaped");
		page(server, checks, "ordered by message", (page) -> {
			int script = page.indexOf("&lt;script&gt;");
			int random = page.indexOf("A bad random number generator");
			int added = page.indexOf(ADDED);
			int last = page.indexOf("フレームワーク");
			return (script >= 0 && script < random && random < added && added < last) ? null : "another order";
		});
		page(server, checks, "of 18,432 to 65,536 characters",
				(page) -> (page.length() >= 18_432 && page.length() <= 65_536) ? null : page.length() + " characters");
	}

	private static void page(Server server, Checklist checks, String name, PageCheck check) {
		checks.check(name, () -> {
			Answer answer = server.http().answer(Request.get("/fortunes"));
			String fault = Expectation.ok("text/html").fault(answer);
			return (fault != null) ? fault : check.fault(answer.text());
		});
	}

	/**
	 * A check of the page's text.
	 */
	@FunctionalInterface
	private interface PageCheck {

		@Nullable String fault(String page);

	}

}
