package io.uringboot.arena.files;

import java.util.List;
import java.util.Locale;

/**
 * A web application manifest.
 */
final class ManifestText {

	private static final List<String> PURPOSES = List.of("any", "maskable", "any maskable", "monochrome");

	private static final List<String> SHORTCUTS = TextBuilder
		.words("Tides Cargo Crew Market Letters Weather Archive Signals");

	private ManifestText() {
	}

	static byte[] write(TextBuilder text) {
		text.add("{\"name\":\"Harbour Office\",\"short_name\":\"Harbour\",\"start_url\":\"/\",\"scope\":\"/\",",
				"\"display\":\"standalone\",\"orientation\":\"any\",\"theme_color\":\"#1d2b3a\",",
				"\"background_color\":\"#ffffff\",\"lang\":\"en-GB\",\"dir\":\"ltr\",",
				"\"categories\":[\"business\",\"navigation\"],\"icons\":[");
		for (int size = 32; size <= 480; size += 32) {
			text.add((size > 32) ? "," : "", "{\"src\":\"/static/icon-", size, ".webp\",\"sizes\":\"", size, "x", size,
					"\",\"type\":\"image/webp\",\"purpose\":\"", text.pick(PURPOSES), "\"}");
		}
		text.add("],\"shortcuts\":[");
		for (String shortcut : SHORTCUTS) {
			text.add(shortcut.equals(SHORTCUTS.get(0)) ? "" : ",", "{\"name\":\"", shortcut, "\",\"url\":\"/",
					shortcut.toLowerCase(Locale.ROOT), "?from=", text.number(100, 999), "\"}");
		}
		return text.add("]").finish(",\"description\":\"", "\"", "}");
	}

}
