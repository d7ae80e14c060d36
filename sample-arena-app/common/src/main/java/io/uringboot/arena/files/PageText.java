package io.uringboot.arena.files;

import java.util.List;

/**
 * A page of repeated components, as a template engine renders them.
 */
final class PageText {

	private static final List<String> TITLES = TextBuilder
		.words("Harbour Tides Cargo Crew Market Orchard Workshop Letters "
				+ "Clocks Bridges Lanterns Gardens Routes Kitchens Ledgers Signals Weather Engines Mirrors Archive");

	private static final List<String> WORDS = TextBuilder
		.words("open late daily fresh quiet early local small heavy spare "
				+ "northern printed covered weekly summer narrow painted public old borrowed winter folded");

	private static final List<String> PATHS = List.of("M4 6h16v12H4z", "M12 3l9 18H3z", "M5 12h14M12 5v14",
			"M3 5h18v4H3zM3 13h18v6H3z", "M12 2a10 10 0 100 20 10 10 0 000-20z", "M6 4l12 8-12 8z");

	private static final int LONGEST_COMPONENT = 1_500;

	private final TextBuilder text;

	private PageText(TextBuilder text) {
		this.text = text;
	}

	/**
	 * Write a page.
	 * @param text where to write it
	 * @param prose the share of paragraphs among its components, in percent
	 */
	static byte[] write(TextBuilder text, int prose) {
		PageText page = new PageText(text);
		text.add("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>", page.title(), "</title>");
		for (String sheet : List.of("reset", "layout", "theme", "components", "utilities")) {
			text.add("<link rel=\"stylesheet\" href=\"/static/", sheet, ".css\">");
		}
		text.add("</head><body>");
		while (text.hasRoomFor(LONGEST_COMPONENT)) {
			if (text.chance(prose)) {
				page.paragraph();
				continue;
			}
			switch (text.number(1, 4)) {
				case 1 -> page.table();
				case 2 -> page.form();
				case 3 -> page.list();
				default -> page.cards();
			}
		}
		return text.finish("<!--", "-->", "</body></html>");
	}

	private void paragraph() {
		this.text.add("<p class=\"panel-body\">");
		int words = this.text.number(20, 60);
		for (int i = 0; i < words; i++) {
			this.text.add((i > 0) ? " " : "", this.text.pick(WORDS));
		}
		this.text.add(".</p>");
	}

	private void table() {
		this.text
			.add("<table class=\"ledger\"><thead><tr><th>Name</th><th>Count</th><th>State</th></tr></thead><tbody>");
		int rows = this.text.number(3, 7);
		for (int i = 0; i < rows; i++) {
			this.text.add("<tr class=\"ledger-item\"><td class=\"ledger-text\">", title(),
					"</td><td class=\"ledger-text\">", this.text.number(1, 999),
					"</td><td><span class=\"badge badge-small\">", this.text.prefer(WORDS), "</span></td></tr>");
		}
		this.text.add("</tbody></table>");
	}

	private void form() {
		this.text.add("<form class=\"panel\">");
		int fields = this.text.number(2, 5);
		for (int i = 0; i < fields; i++) {
			String title = title();
			this.text.add("<div class=\"field-group\"><label class=\"field-label\">", title,
					"</label><input class=\"field\" type=\"text\" placeholder=\"", title,
					"\"/><span class=\"field-text caption\">", this.text.prefer(WORDS), "</span></div>");
		}
		this.text.add("<button class=\"button button-strong\" type=\"submit\">Send</button></form>");
	}

	private void list() {
		this.text.add("<section class=\"shelf\"><h2 class=\"shelf-title\">", title(), "</h2><ul class=\"shelf-list\">");
		int items = this.text.number(2, 6);
		for (int i = 0; i < items; i++) {
			this.text.add(
					"<li class=\"shelf-item\"><svg class=\"shelf-icon\" width=\"16\" height=\"16\" "
							+ "viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\"><path d=\"",
					this.text.pick(PATHS), "\"/></svg><a href=\"#", this.text.prefer(WORDS), "\" class=\"shelf-text\">",
					title(), "</a></li>");
		}
		this.text.add("</ul></section>");
	}

	private void cards() {
		this.text.add("<div class=\"gallery\">");
		int cards = this.text.number(1, 4);
		for (int i = 0; i < cards; i++) {
			this.text.add("<article class=\"ticket\"><img class=\"ticket-image\" src=\"/static/thumb",
					this.text.number(1, 2), ".webp\" alt=\"", title(), "\"/><h3 class=\"ticket-title\">", title(),
					"</h3><p class=\"ticket-body\">", this.text.prefer(WORDS), " ", this.text.prefer(WORDS), " and ",
					this.text.prefer(WORDS), "</p></article>");
		}
		this.text.add("</div>");
	}

	private String title() {
		return this.text.prefer(TITLES) + (this.text.chance(50) ? " " + this.text.prefer(WORDS) : "");
	}

}
