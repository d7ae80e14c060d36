package io.uringboot.autoconfigure.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Header fields of requests that do not frame them.
 */
final class FieldLines {

	private static final List<String> ACCEPT = List.of("application/json", "text/plain", "text/html", "*/*",
			"application/*", "text/*", "application/json;q=0.5, text/plain", "text/plain;q=0.1, */*;q=0.01",
			"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml", "image/png",
			"application/octet-stream", "application/problem+json", "application/x-ndjson", "text/event-stream",
			"application/json;charset=UTF-8", "text/plain;charset=ISO-8859-1", "application/vnd.example+json",
			"application/*+json", "application/json;q=0", "text/plain;q=2", "", "text", "a/b/c", ";;", "*", "*/json",
			"TEXT/PLAIN", "application/json, ", ",");

	private static final List<String> LINES = List.of("X-Text: a", "X-Text: b", "X-Text:", "X-Text: \u00fc",
			"x-text: \t a ", "X-Number: 5", "X-Number: x", "x-number: -1", "X-NUMBER: 5, 6", "Cookie: flavour=oat",
			"Cookie: flavour=oat; size=3", "Cookie: size=x", "Cookie: flavour=\"q\"; $Version=1", "Cookie: ;;",
			"Cookie: flavour", "User-Agent: tester/1.0", "Accept-Language: de", "Accept-Language: fr-CH, en;q=0.5",
			"Accept-Language: *", "Accept-Language: !!", "Accept-Encoding: gzip", "Accept-Encoding: gzip, deflate, br",
			"Accept-Encoding: identity;q=0", "Accept-Charset: iso-8859-1", "Origin: https://friend.example",
			"Origin: https://enemy.example", "Origin: null", "Origin: http://localhost", "If-None-Match: \"v1\"",
			"If-None-Match: W/\"v1\", \"v2\"", "If-None-Match: *", "If-Match: \"v2\"",
			"If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT", "If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT",
			"If-Modified-Since: yesterday", "If-Unmodified-Since: Sun, 01 Jan 2023 00:00:00 GMT", "Range: bytes=0-3",
			"Range: bytes=99-", "Range: lines=1", "Forwarded: for=1.2.3.4;host=f.example;proto=https",
			"X-Forwarded-Host: f.example", "X-Forwarded-Prefix: /prefix", "X-HTTP-Method-Override: DELETE",
			"Authorization: Basic YTpi", "X-Requested-With: XMLHttpRequest",
			"traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"Access-Control-Request-Method: GET", "Access-Control-Request-Method: PUT", "TE: trailers",
			"Via: 1.1 proxy", "Cache-Control: no-cache", "X-Long: " + "v".repeat(900));

	private static final List<String> HOSTS = List.of("localhost", "localhost:8080", "example.org", "127.0.0.1",
			"[::1]:80");

	private final Choice choice;

	FieldLines(Choice choice) {
		this.choice = choice;
	}

	List<String> of(boolean http10, boolean plain) {
		List<String> lines = new ArrayList<>();
		if (!http10 || this.choice.percent(50)) {
			lines.add(spelt("Host: ") + (this.choice.percent(80) ? "localhost" : this.choice.of(HOSTS)));
		}
		if (this.choice.percent(60)) {
			lines.add(spelt("Accept: ") + (plain ? this.choice.of("*/*", "application/json") : accept()));
		}
		if (plain) {
			return lines;
		}
		if (this.choice.percent(3)) {
			lines.add("Accept: " + this.choice.of(ACCEPT));
		}
		for (int extra = this.choice.below(4); extra > 0; extra--) {
			int place = this.choice.below(lines.size() + 1);
			lines.add(place, this.choice.of(LINES));
		}
		return lines;
	}

	private String accept() {
		return this.choice.percent(50) ? this.choice.of("*/*", "application/json", "text/plain")
				: this.choice.of(ACCEPT);
	}

	private String spelt(String name) {
		return this.choice.percent(85) ? name : name.toLowerCase(Locale.ROOT);
	}

}
