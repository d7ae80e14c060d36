package io.uringboot.arena.database;

import java.util.ArrayList;
import java.util.List;

import io.uringboot.arena.data.Fortune;

/**
 * The rows of the table of fortunes: the twelve that everybody has, and adages made up by
 * rule whose characters all need care.
 */
final class FortuneTexts {

	static final int ROWS = 200;

	private static final List<String> WELL_KNOWN = List.of("fortune: No such file or directory",
			"A computer scientist is someone who fixes things that aren't broken.",
			"After enough decimal places, nobody gives a damn.",
			"A bad random number generator: 1, 1, 1, 1, 1, 4.33e+67, 1, 1, 1",
			"A computer program does what you tell it to do, not what you want it to do.",
			"Emacs is a nice operating system, but I prefer UNIX. \u2014 Tom Christaensen",
			"Any program that runs right is obsolete.",
			"A list is only as strong as its weakest link. \u2014 Donald Knuth", "Feature: A bug with seniority.",
			"Computers make very fast, very accurate mistakes.",
			"<script>alert(\"This should not be displayed in a browser alert box.\");</script>",
			"\u30d5\u30ec\u30fc\u30e0\u30ef\u30fc\u30af\u306e\u30d9\u30f3\u30c1\u30de\u30fc\u30af");

	private static final List<String> WHO = List.of("Ada", "Brian", "Edsger", "Grace", "Ken", "Linus", "Margaret",
			"Tony");

	private static final List<String> WHAT = List.of("measure", "simplify", "test", "cache", "batch");

	private static final List<String> WHAT_THEN = List.of("repeat", "ship", "rest", "refactor", "log", "retry",
			"yield");

	private FortuneTexts() {
	}

	static List<Fortune> all() {
		List<Fortune> fortunes = new ArrayList<>(ROWS);
		for (int id = 1; id <= ROWS; id++) {
			fortunes.add(new Fortune(id, (id <= WELL_KNOWN.size()) ? WELL_KNOWN.get(id - 1) : adage(id)));
		}
		return fortunes;
	}

	private static String adage(int id) {
		return "%s said \"%s & %s\" \u2014 it's rule %d of %d, kept for later".formatted(at(WHO, id), at(WHAT, id),
				at(WHAT_THEN, id), id, ROWS);
	}

	private static String at(List<String> words, int id) {
		return words.get(id % words.size());
	}

}
