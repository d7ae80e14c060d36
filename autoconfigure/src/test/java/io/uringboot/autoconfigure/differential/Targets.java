package io.uringboot.autoconfigure.differential;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Request targets: those of the routes with values in their places, and what is odd about
 * some.
 */
final class Targets {

	private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

	/** By kind: the first half is right, the rest is not, or only nearly. */
	private static final Map<String, List<String>> VALUES = Map.of("string",
			List.of("abc", "x", "a-b_c.d~e", "42", "Hello", "a%20b", "%C3%BC", "a%2Fb", "a+b", "%E2%82%AC", "a%3Bb",
					"100%25", "a;b=c", "a,b", "a:b@c", "%41", "!$'()*", "..", ".", "a.json", "%00", "%FF", "%c3%bc",
					"a%26b", "a=b", "literal"),
			"int",
			List.of("1", "42", "-7", "0", "007", "2147483647", "123456", "5", "13", "2147483648", "9223372036854775808",
					"+5", "%2B5", "0x1F", "#1".substring(1), "1.5", "abc", "%20", "%2042", "-", "1_000", "%D9%A1"),
			"boolean", List.of("true", "false", "on", "off", "yes", "no", "1", "0", "TRUE", "maybe", "%20true"),
			"double", List.of("1.5", "-2", "1e3", "NaN", "Infinity", "1,5", "0x1p3", "1d"), "uuid",
			List.of("123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000", "1-2-3-4-5",
					"123e4567", "%20"),
			"colour", List.of("RED", "GREEN", "BLUE", "red", "%20RED", "PINK", "0"), "date",
			List.of("2026-11-29", "2024-02-29", "2025-02-29", "29.11.2026", "today"), "status",
			List.of("200", "201", "204", "304", "400", "404", "418", "500", "503", "205", "99", "600", "999", "x"));

	private static final List<String> QUERIES = List.of("?", "?a", "?a=", "?=", "?=b", "?&&", "?a&a=1", "?a=1&&b=2",
			"?a=%zz", "?%zz=1", "?a=%", "?a=1&a=2&a=", "?a+b=c+d", "?a=%2B", "?a=%C3%BC", "?a=%FF", "?%61=5",
			"?a=1;b=2", "?a[]=1&a[]=2", "?a=b=c", "?a=1?b=2", "?a=/../", "?a=%00", "?a=|", "?a={}", "?a=\"",
			"?a=%0d%0a", "?message", "?trace=true", "?A=1", "?a=1&b=x&c=y", "?a=^`", "?a=\\", "?a=[", "?a=<b>");

	private static final List<String> MORE = List.of("&", "&&", "&a", "&a=", "&a=9", "&b=9", "&%zz", "&a=%zz",
			"&x=%C3%BC", "&+", "&=", "?", "&a[]=3", "&message=true");

	private final Choice choice;

	private final String basePath;

	Targets(Choice choice, String basePath) {
		this.choice = choice;
		this.basePath = basePath;
	}

	String of(Route route, boolean plain) {
		String target = PLACE.matcher(route.target()).replaceAll((place) -> value(place.group(1), plain));
		if (plain) {
			return this.basePath + target;
		}
		int query = target.indexOf('?');
		String path = (query < 0) ? target : target.substring(0, query);
		String rest = (query < 0) ? "" : target.substring(query);
		if (this.choice.percent(12)) {
			path = oddPath(path);
		}
		if (this.choice.percent(15)) {
			rest = rest.isEmpty() ? this.choice.of(QUERIES) : oddQuery(rest);
		}
		String base = this.choice.percent(95) ? this.basePath : "";
		return form(base + path) + rest;
	}

	private String value(String kind, boolean plain) {
		List<String> values = VALUES.get(kind);
		boolean right = plain || this.choice.percent(65);
		return this.choice.of(right ? values.subList(0, (values.size() + 2) / 3) : values).replace("$", "\\$");
	}

	private String oddPath(String path) {
		int middle = 1 + this.choice.below(path.length() - 1 + ((path.length() == 1) ? 1 : 0));
		return switch (this.choice.below(16)) {
			case 0 -> path + "/";
			case 1 -> path.replaceFirst("/", "//");
			case 2 -> path + "//";
			case 3 -> path + ";a=b";
			case 4 -> path.replaceFirst("(/[a-z-]+)", "$1;v=1");
			case 5 -> "/x/.." + path;
			case 6 -> "/." + path;
			case 7 -> path.toUpperCase(java.util.Locale.ROOT);
			case 8 -> encoded(path, middle);
			case 9 -> path + "%2F";
			case 10 -> path + "%20";
			case 11 -> path + "%zz";
			case 12 -> path.substring(0, middle) + this.choice.of("|", "{", "^", "\\", "\"", "<", "[", "`")
					+ path.substring(middle);
			case 13 -> path + "+";
			case 14 -> path + "/" + "long".repeat(400);
			default -> path + "." + this.choice.of("json", "html", "xml");
		};
	}

	/** One letter or slash percent-encoded. */
	private static String encoded(String path, int index) {
		if (index >= path.length()) {
			return path;
		}
		char letter = path.charAt(index);
		return Character.isLetter(letter) || (letter == '/' && index > 0)
				? path.substring(0, index) + "%%%02X".formatted((int) letter) + path.substring(index + 1) : path;
	}

	private String oddQuery(String query) {
		return switch (this.choice.below(6)) {
			case 0 -> this.choice.of(QUERIES);
			case 1 -> "";
			case 2 -> query + "&long=" + "0123456789".repeat(150);
			case 3 -> query.replace("=", "%3D");
			case 4 -> query.replace("a=", "%61=");
			default -> query + this.choice.of(MORE);
		};
	}

	/** Origin form, rarely absolute form (RFC 9112 §3.2.2). */
	private String form(String path) {
		if (this.choice.percent(99)) {
			return path.isEmpty() ? "/" : path;
		}
		return this.choice.of("http://localhost", "http://localhost:8080", "https://other.example") + path;
	}

}
