package io.uringboot.bench.profile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.ContentCodings;
import io.uringboot.bench.http.HeaderField;
import org.jspecify.annotations.Nullable;

/**
 * The static files of the arena with their sizes in bytes.
 */
public enum StaticFile {

	RESET_CSS("reset.css", 8_192), LAYOUT_CSS("layout.css", 25_600), THEME_CSS("theme.css", 18_432),
	COMPONENTS_CSS("components.css", 204_800), UTILITIES_CSS("utilities.css", 61_440),
	ANALYTICS_JS("analytics.js", 12_288), HELPERS_JS("helpers.js", 22_528), APP_JS("app.js", 204_800),
	VENDOR_JS("vendor.js", 307_200), ROUTER_JS("router.js", 35_840), HEADER_HTML("header.html", 122_880),
	FOOTER_HTML("footer.html", 56_320), REGULAR_WOFF2("regular.woff2", 18_432), BOLD_WOFF2("bold.woff2", 22_528),
	LOGO_SVG("logo.svg", 15_344), ICON_SPRITE_SVG("icon-sprite.svg", 71_680), HERO_WEBP("hero.webp", 46_080),
	THUMB1_WEBP("thumb1.webp", 8_192), THUMB2_WEBP("thumb2.webp", 6_144), MANIFEST_JSON("manifest.json", 2_883);

	/**
	 * The codings that the load offers.
	 */
	public static final HeaderField ENCODINGS = new HeaderField("Accept-Encoding", "br;q=1, gzip;q=0.8");

	private final String fileName;

	private final int size;

	StaticFile(String fileName, int size) {
		this.fileName = fileName;
		this.size = size;
	}

	/**
	 * The requests of the load: encodings offered, and taken or not.
	 */
	static List<Exchange> encodedExchanges() {
		return Arrays.stream(values())
			.map((file) -> new Exchange(file.fileName, Request.get(file.target(), ENCODINGS),
					file.type().and(file::encodedFault)))
			.toList();
	}

	/**
	 * The same without encodings, where the size must be exact, and a file that is not
	 * there.
	 */
	static List<Exchange> plainExchanges() {
		Stream<Exchange> files = Arrays.stream(values())
			.map((file) -> new Exchange(file.fileName + "-plain", Request.get(file.target()),
					file.type().and(file::plainFault)));
		Exchange absent = new Exchange("absent", Request.get("/static/nonexistent.txt"), Expectation.status(404));
		return Stream.concat(files, Stream.of(absent)).toList();
	}

	/**
	 * Returns the name.
	 * @return the name below {@code /static}
	 */
	public String fileName() {
		return this.fileName;
	}

	/**
	 * Returns the size.
	 * @return the size in bytes
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Tells whether the file is text, which has compressed siblings.
	 * @return whether it is
	 */
	public boolean isText() {
		return !this.fileName.endsWith(".woff2") && !this.fileName.endsWith(".webp");
	}

	/**
	 * Returns where the file is.
	 * @return the request target
	 */
	public String target() {
		return "/static/" + this.fileName;
	}

	/**
	 * Expects status 200 and a media type that is right for the file.
	 * @return the expectation
	 */
	public Expectation type() {
		String extension = this.fileName.substring(this.fileName.indexOf('.') + 1);
		return switch (extension) {
			case "css" -> Expectation.ok("text/css");
			case "js" -> Expectation.ok("application/javascript", "text/javascript");
			case "html" -> Expectation.ok("text/html");
			case "woff2" -> Expectation.ok("font/woff2");
			case "svg" -> Expectation.ok("image/svg+xml");
			case "webp" -> Expectation.ok("image/webp");
			default -> Expectation.ok("application/json");
		};
	}

	private @Nullable String plainFault(Answer answer) {
		String fault = ContentCodings.faultIfEncoded(answer);
		return (fault != null) ? fault : sizeFault(answer.body().length);
	}

	private @Nullable String encodedFault(Answer answer) {
		try {
			return sizeFault(ContentCodings.decode(answer).length);
		}
		catch (IOException ex) {
			return ex.getMessage();
		}
	}

	private @Nullable String sizeFault(int length) {
		return (length == this.size) ? null : length + " bytes instead of " + this.size;
	}

}
