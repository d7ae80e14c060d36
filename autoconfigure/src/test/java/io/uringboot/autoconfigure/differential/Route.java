package io.uringboot.autoconfigure.differential;

import java.util.List;
import java.util.stream.Stream;

/**
 * What requests are made from.
 *
 * @param method the method that the path is for
 * @param target path and query, with places for values in braces
 * @param content the kind of content, empty for none
 */
record Route(String method, String target, String content) {

	static final List<Route> ALL = Stream.of("GET /path/string/{string}", "GET /path/int/{int}", "GET /path/long/{int}",
			"GET /path/boxed/{int}", "GET /path/boolean/{boolean}", "GET /path/double/{double}",
			"GET /path/uuid/{uuid}", "GET /path/colour/{colour}", "GET /path/date/{date}", "GET /path/optional",
			"GET /path/optional/{string}", "GET /path/two/{string}/and/{int}", "GET /path/all/{string}/{string}",
			"GET /path/digits/{int}", "GET /path/rest", "GET /path/rest/{string}/{string}",
			"GET /path/wild/{string}/end", "GET /path/overlap/{string}", "GET /path/overlap/literal",
			"GET /path/matrix/{string};m={string},{string}", "GET /path", "GET /path/Case-Sensitive.txt",
			"GET /path/with%20space/%C3%BCber",

			"GET /param/required?a={string}", "GET /param/sum?a={int}&b={int}", "GET /param/absent?a={string}",
			"GET /param/absent?b={int}", "GET /param/primitive?a={int}", "GET /param/primitive", "GET /param/default",
			"GET /param/default?a={int}&b={string}", "GET /param/default?a=&b=",
			"GET /param/optional?a={string}&b={int}", "GET /param/optional", "GET /param/list?a={int}&a={int}&a={int}",
			"GET /param/list?a={int},{int}", "GET /param/list?a[]={int}", "GET /param/array?a={string}&a={string}",
			"GET /param/array?a={string}", "GET /param/set?a={colour}&a={colour}",
			"GET /param/map?a={string}&b={string}&a={string}", "GET /param/multi?x={string}&y={string}&x={string}",
			"GET /param/types?a={boolean}&b={colour}&c={date}", "GET /param/implicit?a={string}&b={int}",
			"GET /param/model?a={string}&b={int}", "POST /param/form form", "POST /param/form?a={string} form",

			"GET /request/header", "GET /request/header-optional", "GET /request/headers", "GET /request/cookie",
			"GET /request/cookie-optional", "GET /request/locale", "GET /request/method", "POST /request/method",
			"GET /request/principal", "GET /request/exchange?q={string}", "GET /request/native?q={string}",
			"GET /request/response", "GET /request/model", "GET /request/attribute", "GET /request/attribute-required",

			"POST /body/string text", "POST /body/bytes bytes", "POST /body/sum?a={int}&b={int} number",
			"POST /body/record item", "PUT /body/bean/{int} account", "POST /body/list items", "PATCH /body/map map",
			"POST /body/optional-string text", "POST /body/optional-record item", "POST /body/entity text",
			"POST /body/mono text", "POST /body/flux items", "POST /body/count bytes", "POST /body/ignored text",

			"GET /result/string", "GET /result/empty-string", "GET /result/long-string", "GET /result/bytes",
			"GET /result/record", "GET /result/bean", "GET /result/view", "GET /result/list", "GET /result/map",
			"GET /result/int", "GET /result/boolean", "GET /result/enum", "GET /result/object",
			"GET /result/null-string", "GET /result/null-record", "GET /result/void", "DELETE /result/void-status",
			"GET /result/status", "GET /result/null-status", "GET /result/resource", "GET /result/problem",
			"GET /result/produces-plain", "GET /result/produces-latin", "GET /result/produces-json",
			"GET /result/produces-json-text", "GET /result/produces-two", "GET /result/produces-vendor",
			"GET /result/produces-octets",

			"GET /entity/string", "GET /entity/bytes", "GET /entity/record", "POST /entity/created item",
			"GET /entity/not-found", "GET /entity/no-content", "GET /entity/status/{status}", "GET /entity/type",
			"GET /entity/type-bytes", "GET /entity/unwritable-type", "GET /entity/etag", "GET /entity/modified",
			"GET /entity/own-fields", "GET /entity/close", "GET /entity/http-entity", "GET /entity/headers",
			"GET /entity/wildcard", "GET /entity/null",

			"GET /reactive/mono/{string}", "GET /reactive/mono-later", "GET /reactive/mono-record",
			"GET /reactive/mono-bytes", "GET /reactive/mono-empty", "GET /reactive/mono-void",
			"GET /reactive/mono-entity", "GET /reactive/entity-mono", "GET /reactive/future",
			"GET /reactive/stage-record", "GET /reactive/future-null", "GET /reactive/flux-string",
			"GET /reactive/flux-record", "GET /reactive/flux-empty", "GET /reactive/ndjson", "GET /reactive/events",

			"GET /same", "POST /same text", "PUT /same", "DELETE /same", "GET /explicit", "HEAD /explicit",
			"OPTIONS /explicit", "GET /any-method", "POST /any-method text", "GET /alias-one", "GET /alias-two",
			"GET /by-accept", "POST /by-type map", "POST /by-type text", "GET /by-param?mode=a",
			"GET /by-param?mode={string}", "GET /needs-param?needed", "GET /needs-param", "GET /by-header",
			"GET /any/{string}/{string}", "GET /any", "GET /any/literal", "GET /trailing/", "GET /trailing",
			"GET /cross-origin",

			"GET /failure/runtime", "GET /failure/checked", "GET /failure/error",
			"GET /failure/response-status/{status}", "GET /failure/annotated", "GET /failure/error-response",
			"GET /failure/local", "GET /failure/local-void", "GET /failure/advised/{int}", "GET /failure/advised-mono",
			"GET /failure/wrapped", "GET /failure/mono", "GET /failure/mono-status", "GET /failure/future",
			"GET /failure/unwritable", "GET /failure/partial", "GET /failure/committed",

			"GET /", "GET /nowhere", "GET /{string}", "GET /favicon.ico")
		.map(Route::parse)
		.toList();

	private static Route parse(String line) {
		String[] parts = line.split(" ");
		return new Route(parts[0], parts[1], (parts.length > 2) ? parts[2] : "");
	}

}
