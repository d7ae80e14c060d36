package io.uringboot.arena.files;

import java.util.List;

/**
 * Text with the look of a minified script module; nothing executes it.
 */
final class ScriptText {

	private static final List<String> VERBS = TextBuilder.words("load send open close find read write move join split "
			+ "sort pack seal count weigh fetch store paint clean check start stop merge trim wrap lift drop bind hold "
			+ "turn guard watch carry measure collect arrange announce prepare restore compare");

	private static final List<String> NOUNS = TextBuilder
		.words("Ship Crate Ledger Harbour Tide Anchor Signal Chart Crew "
				+ "Cargo Ticket Lantern Bridge Parcel Route Market Stall Kettle Orchard Window Letter Stamp Clock Ladder "
				+ "Basket Mirror Engine Valve Furnace Garden Thread Needle Button Drawer Pocket Canvas Brush Frame Hinge");

	private static final List<String> FIELDS = TextBuilder.words("length name value next size owner items weight label "
			+ "parent index state price origin target count depth width options cursor limit offset height version");

	private static final List<String> METHODS = TextBuilder
		.words("map filter slice concat forEach push reduce find some "
				+ "every includes indexOf join keys has get set add splice then catch");

	private static final List<String> MODULES = TextBuilder
		.words("harbour cargo tides ledger signals market workshop " + "garden kitchen post routes clocks");

	private static final List<String> OPERATORS = List.of("+", "-", "*", "===", "!==", "<", ">", "&&", "||", "??");

	private static final List<String> NAMES = TextBuilder.words("a b c d e i n t");

	private static final List<String> STRINGS = TextBuilder
		.words("ready waiting closed missing empty full object string "
				+ "change click submit error north south lost found heavy light queue done");

	private static final int LONGEST_STATEMENT = 1_200;

	private final TextBuilder text;

	private ScriptText(TextBuilder text) {
		this.text = text;
	}

	static byte[] write(TextBuilder text) {
		ScriptText script = new ScriptText(text);
		for (String module : MODULES) {
			text.add("import{", script.identifier(), ",", script.identifier(), "}from\"./", module, "\";");
		}
		while (text.hasRoomFor(LONGEST_STATEMENT)) {
			script.function();
		}
		return text.finish("/*", "*/", "");
	}

	private void function() {
		if (this.text.chance(25)) {
			this.text.add("export ");
		}
		this.text.add(this.text.chance(25) ? "async function " : "function ", identifier(), "(", name());
		if (this.text.chance(60)) {
			this.text.add(",", name());
		}
		this.text.add("){");
		int statements = this.text.number(2, 6);
		for (int i = 0; i < statements; i++) {
			statement();
		}
		this.text.add("return ", expression(2), "}");
	}

	private void statement() {
		switch (this.text.number(1, 8)) {
			case 1, 2 -> this.text.add("const ", name(), "=", expression(2), ";");
			case 3 -> this.text.add("let ", name(), "=", literal(), ";");
			case 4 -> this.text.add("if(", expression(1), ")return ", literal(), ";");
			case 5 -> this.text.add("if(", expression(1), "){", name(), "=", expression(1), "}");
			case 6 -> this.text.add("for(const ", name(), " of ", name(), ".", this.text.prefer(FIELDS), "){",
					identifier(), "(", expression(1), ")}");
			case 7 -> this.text.add(name(), ".", this.text.prefer(FIELDS), "=", expression(2), ";");
			default -> this.text.add("try{", expression(1), "}catch(", name(), "){", identifier(), "(", name(), ")}");
		}
	}

	private String expression(int depth) {
		if (depth == 0) {
			return this.text.chance(60) ? name() : name() + "." + this.text.prefer(FIELDS);
		}
		return switch (this.text.number(1, 7)) {
			case 1 -> identifier() + "(" + expression(depth - 1) + ")";
			case 2 -> identifier() + "(" + name() + "," + literal() + ")";
			case 3 -> name() + "." + this.text.prefer(METHODS) + "(" + name() + "=>" + expression(depth - 1) + ")";
			case 4 -> expression(depth - 1) + this.text.prefer(OPERATORS) + expression(depth - 1);
			case 5 -> expression(depth - 1) + "?" + literal() + ":" + expression(0);
			case 6 -> "{" + this.text.prefer(FIELDS) + ":" + expression(0) + "," + this.text.prefer(FIELDS) + ":"
					+ literal() + "}";
			default -> name() + "." + this.text.prefer(FIELDS);
		};
	}

	private String literal() {
		return switch (this.text.number(1, 6)) {
			case 1 -> String.valueOf(this.text.number(0, 99));
			case 2, 3 -> "\"" + this.text.prefer(STRINGS) + "\"";
			case 4 -> "null";
			case 5 -> "!0";
			default -> "[]";
		};
	}

	private String identifier() {
		return this.text.prefer(VERBS) + this.text.prefer(NOUNS);
	}

	private String name() {
		return this.text.prefer(NAMES);
	}

}
