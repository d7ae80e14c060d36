package io.uringboot.bench.profile;

/**
 * Media types of the fake server's files.
 */
final class MediaTypes {

	private MediaTypes() {
	}

	static String of(String fileName) {
		return switch (fileName.substring(fileName.indexOf('.') + 1)) {
			case "css" -> "text/css";
			case "js" -> "text/javascript";
			case "html" -> "text/html";
			case "woff2" -> "font/woff2";
			case "svg" -> "image/svg+xml";
			case "webp" -> "image/webp";
			default -> "application/json";
		};
	}

}
