package io.uringboot.arena.files;

import java.util.List;

/**
 * A minified style sheet.
 */
final class StylesheetText {

	private static final List<String> BLOCKS = TextBuilder
		.words("panel button field gallery header drawer notice ticket "
				+ "banner ledger shelf basket toolbar badge tooltip slider footer caption avatar stepper timeline receipt "
				+ "keypad compass lantern window bridge column switch legend canvas marker");

	private static final List<String> PARTS = TextBuilder
		.words("item title body icon label group action image list text "
				+ "edge lead tail overlay track handle large small wide narrow quiet strong first inner outer ghost");

	private static final List<String> STATES = TextBuilder.words(":hover :focus :active ::before ::after :disabled "
			+ ":first-child :last-child :focus-visible :nth-child(odd) :nth-child(3n) :not(:first-child) .open .busy");

	private static final List<String> LENGTHS = TextBuilder.words("0 1px 2px 4px 6px 8px 10px 12px 16px 20px 24px 32px "
			+ "48px 64px 96px .25rem .5rem .75rem 1rem 1.5rem 2rem 3rem 50% 100% auto 1em 10vh 50vw");

	private static final List<String> SIZED = TextBuilder.words("margin padding width height top left right bottom gap "
			+ "margin-top margin-left margin-right margin-bottom padding-top padding-left padding-right padding-bottom "
			+ "max-width min-width max-height min-height border-radius font-size line-height letter-spacing "
			+ "outline-offset flex-basis text-indent border-width row-gap column-gap inset-inline scroll-margin-top");

	private static final List<String> COLOURED = TextBuilder.words("color background-color border-color outline-color "
			+ "fill stroke caret-color border-top-color border-bottom-color text-decoration-color accent-color");

	private static final List<String> VARIABLES = TextBuilder
		.words("ink paper brass copper slate moss clay foam ember dusk chalk rust");

	private static final List<String> KEYWORDS = List.of("display:flex", "display:grid", "display:block",
			"display:none", "position:relative", "position:absolute", "position:sticky", "align-items:center",
			"align-items:flex-end", "justify-content:space-between", "justify-content:center", "flex-direction:column",
			"flex-wrap:wrap", "overflow:hidden", "overflow-y:auto", "text-align:center", "text-align:right",
			"font-weight:600", "font-weight:400", "white-space:nowrap", "text-overflow:ellipsis", "cursor:pointer",
			"cursor:not-allowed", "box-sizing:border-box", "list-style:none", "text-decoration:none",
			"text-transform:uppercase", "pointer-events:none", "user-select:none", "visibility:hidden",
			"object-fit:cover", "flex:1 1 auto", "border-style:solid", "outline:none", "vertical-align:middle",
			"word-break:break-word", "grid-template-columns:repeat(2,1fr)", "will-change:transform", "float:left",
			"clear:both");

	private static final int LONGEST_RULE = 800;

	private final TextBuilder text;

	private StylesheetText(TextBuilder text) {
		this.text = text;
	}

	static byte[] write(TextBuilder text) {
		StylesheetText sheet = new StylesheetText(text);
		sheet.variables();
		while (text.hasRoomFor(LONGEST_RULE)) {
			if (text.chance(8)) {
				text.add("@media(min-width:", text.number(5, 15) * 96, "px){");
				sheet.rule();
				sheet.rule();
				text.add("}");
			}
			else {
				sheet.rule();
			}
		}
		return text.finish("/*", "*/", "");
	}

	private void variables() {
		this.text.add(":root{");
		for (String variable : VARIABLES) {
			this.text.add("--", variable, ":", hexColour(), ";");
		}
		this.text.add("}");
	}

	private void rule() {
		selector();
		if (this.text.chance(12)) {
			this.text.add(",");
			selector();
		}
		this.text.add("{");
		int declarations = this.text.number(1, 6);
		for (int i = 0; i < declarations; i++) {
			this.text.add((i > 0) ? ";" : "");
			declaration();
		}
		this.text.add("}");
	}

	private void selector() {
		this.text.add(".", this.text.prefer(BLOCKS));
		if (this.text.chance(60)) {
			this.text.add("-", this.text.prefer(PARTS));
		}
		if (this.text.chance(30)) {
			this.text.add(this.text.pick(STATES));
		}
	}

	private void declaration() {
		int kind = this.text.number(1, 100);
		if (kind <= 45) {
			this.text.add(this.text.pick(SIZED), ":", this.text.pick(LENGTHS));
		}
		else if (kind <= 65) {
			this.text.add(this.text.pick(COLOURED), ":");
			this.text.add(this.text.chance(85) ? "var(--" + this.text.pick(VARIABLES) + ")" : hexColour());
		}
		else if (kind <= 92) {
			this.text.add(this.text.pick(KEYWORDS));
		}
		else if (kind <= 96) {
			this.text.add("opacity:.", this.text.number(1, 9), ";transition:all .", this.text.number(1, 6), "s ease");
		}
		else {
			this.text.add("box-shadow:0 ", this.text.number(1, 12), "px ", this.text.number(2, 30), "px rgba(0,0,0,.",
					this.text.number(1, 9), ")");
		}
	}

	private String hexColour() {
		return String.format("#%06x", this.text.number(0, 0xffffff));
	}

}
