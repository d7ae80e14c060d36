package io.uringboot.bench.report;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Figures as text.
 */
final class Figures {

	static final String NONE = "–";

	private Figures() {
	}

	static String number(double value) {
		int decimals = (Math.abs(value) >= 1000) ? 0 : (Math.abs(value) >= 100) ? 1 : 2;
		return String.format(Locale.ROOT, "%,." + decimals + "f", value);
	}

	static String whole(double value) {
		return String.format(Locale.ROOT, "%,.0f", value);
	}

	static String spread(@Nullable Spread spread) {
		return (spread != null)
				? number(spread.median()) + " (" + number(spread.min()) + "–" + number(spread.max()) + ")" : NONE;
	}

	static String median(@Nullable Spread spread, double unit) {
		return (spread != null) ? number(spread.median() / unit) : NONE;
	}

	static String wholeMedian(@Nullable Spread spread, double unit) {
		return (spread != null) ? whole(spread.median() / unit) : NONE;
	}

	static String percent(@Nullable Spread spread) {
		return (spread != null) ? percent(spread.median()) : NONE;
	}

	static String percent(double share) {
		return whole(share * 100) + " %";
	}

}
