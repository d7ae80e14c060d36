package io.uringboot.arena.files;

import java.util.List;

/**
 * A vector drawing: one picture of many shapes, or a sprite of many small symbols.
 */
final class DrawingText {

	private static final List<String> SYMBOLS = TextBuilder
		.words("anchor basket bell boat book box bridge brush candle "
				+ "chair clock cloud coin compass crown door engine feather flag flask gate glove hammer hat hook house key "
				+ "kite ladder lamp leaf letter lock map mirror moon needle net oar orchard paint pin plate rope sail scale");

	private static final List<String> SIZES = TextBuilder.words("thin bold small large round sharp left right");

	private static final List<String> COLOURS = TextBuilder
		.words("var(--ink) var(--paper) var(--brass) var(--slate) currentColor #fff #1d2b3a none");

	private static final List<String> COMMANDS = TextBuilder.words("L l M m T t");

	private static final int LONGEST_SHAPE = 700;

	private final TextBuilder text;

	private DrawingText(TextBuilder text) {
		this.text = text;
	}

	static byte[] writeLogo(TextBuilder text) {
		DrawingText drawing = new DrawingText(text);
		text.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 80\">");
		while (text.hasRoomFor(LONGEST_SHAPE)) {
			drawing.shape(60);
		}
		return text.finish("<!--", "-->", "</svg>");
	}

	static byte[] writeSprite(TextBuilder text) {
		DrawingText drawing = new DrawingText(text);
		text.add("<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"display:none\"><defs>");
		int symbol = 0;
		while (text.hasRoomFor(LONGEST_SHAPE)) {
			String name = SYMBOLS.get(symbol % SYMBOLS.size());
			String size = SIZES.get((symbol / SYMBOLS.size()) % SIZES.size());
			text.add("<symbol id=\"", name, "-", size, "\" viewBox=\"0 0 24 24\">");
			int shapes = text.number(1, 3);
			for (int i = 0; i < shapes; i++) {
				drawing.shape(24);
			}
			text.add("</symbol>");
			symbol++;
		}
		return text.finish("<!--", "-->", "</defs></svg>");
	}

	private void shape(int extent) {
		switch (this.text.number(1, 5)) {
			case 1 -> this.text.add("<circle cx=\"", this.text.number(1, extent), "\" cy=\"",
					this.text.number(1, extent), "\" r=\"", this.text.number(1, 9), "\"");
			case 2 -> this.text.add("<rect x=\"", this.text.number(1, extent), "\" y=\"", this.text.number(1, extent),
					"\" width=\"", this.text.number(1, extent), "\" height=\"", this.text.number(1, extent),
					"\" rx=\"2\"");
			default -> path(extent);
		}
		this.text.add(" fill=\"", this.text.pick(COLOURS), "\" stroke=\"", this.text.pick(COLOURS),
				"\" stroke-width=\"2\"/>");
	}

	private void path(int extent) {
		this.text.add("<path d=\"M", this.text.number(1, extent), " ", this.text.number(1, extent));
		int segments = this.text.number(3, 11);
		for (int i = 0; i < segments; i++) {
			this.text.add(this.text.pick(COMMANDS), this.text.number(-extent, extent), " ",
					this.text.number(0, extent));
		}
		this.text.add("Z\"");
	}

}
