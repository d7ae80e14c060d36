package io.uringboot.autoconfigure.differential;

import java.util.List;

/**
 * A request that the servers do not answer alike.
 *
 * @param kind what differences have in common that are shown once
 * @param exchange what was sent, and what came
 */
record Difference(String kind, String exchange) {

	static Difference of(Request request, String aspect, List<String> plain, List<String> engine) {
		int same = 0;
		while (same < Math.min(plain.size(), engine.size()) && plain.get(same).equals(engine.get(same))) {
			same++;
		}
		int sameEnd = 0;
		while (sameEnd < Math.min(plain.size(), engine.size()) - same
				&& plain.get(plain.size() - 1 - sameEnd).equals(engine.get(engine.size() - 1 - sameEnd))) {
			sameEnd++;
		}
		List<String> onlyPlain = plain.subList(same, plain.size() - sameEnd);
		List<String> onlyEngine = engine.subList(same, engine.size() - sameEnd);
		String kind = aspect + ": " + brief(onlyPlain) + " / " + brief(onlyEngine);
		StringBuilder text = new StringBuilder("=== ").append(kind).append(" (").append(request.route()).append(")\n");
		text.append(request.escaped()).append("\n--- plain Boot\n").append(shown(plain));
		text.append("\n--- engine\n").append(shown(engine)).append("\n--- difference\n");
		onlyPlain.forEach((line) -> text.append("- ").append(shortened(line)).append('\n'));
		onlyEngine.forEach((line) -> text.append("+ ").append(shortened(line)).append('\n'));
		return new Difference(kind, text.toString());
	}

	private static String shown(List<String> lines) {
		return String.join("\n", lines.stream().map(Difference::shortened).toList());
	}

	private static String shortened(String line) {
		String text = line.stripTrailing();
		return (text.length() > 400) ? text.substring(0, 400) + "... (" + line.length() + ")" : text;
	}

	/** Names and status codes, not values. */
	private static String brief(List<String> lines) {
		return String.join(", ", lines.stream().limit(4).map((line) -> {
			int colon = line.indexOf(": ");
			String text = (colon > 0 && colon < 40) ? line.substring(0, colon) : line.strip();
			return text.substring(0, Math.min(text.length(), 24));
		}).toList());
	}

}
