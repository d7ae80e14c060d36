package io.uringboot.arena.files;

import java.util.List;

import io.uringboot.arena.files.StaticFile.Content;

/**
 * The twenty files every entry of the arena serves, with the sizes its validation
 * expects.
 */
final class Catalog {

	static final List<StaticFile> FILES = List.of(new StaticFile("reset.css", 8_192, Content.STYLESHEET),
			new StaticFile("layout.css", 25_600, Content.STYLESHEET),
			new StaticFile("theme.css", 18_432, Content.STYLESHEET),
			new StaticFile("components.css", 204_800, Content.STYLESHEET),
			new StaticFile("utilities.css", 61_440, Content.STYLESHEET),
			new StaticFile("analytics.js", 12_288, Content.SCRIPT),
			new StaticFile("helpers.js", 22_528, Content.SCRIPT), new StaticFile("app.js", 204_800, Content.SCRIPT),
			new StaticFile("vendor.js", 307_200, Content.SCRIPT), new StaticFile("router.js", 35_840, Content.SCRIPT),
			new StaticFile("header.html", 122_880, Content.HEADER),
			new StaticFile("footer.html", 56_320, Content.FOOTER),
			new StaticFile("regular.woff2", 18_432, Content.FONT), new StaticFile("bold.woff2", 22_528, Content.FONT),
			new StaticFile("logo.svg", 15_344, Content.LOGO), new StaticFile("icon-sprite.svg", 71_680, Content.SPRITE),
			new StaticFile("hero.webp", 46_080, Content.PHOTOGRAPH),
			new StaticFile("thumb1.webp", 8_192, Content.PHOTOGRAPH),
			new StaticFile("thumb2.webp", 6_144, Content.PHOTOGRAPH),
			new StaticFile("manifest.json", 2_883, Content.MANIFEST));

	private Catalog() {
	}

}
