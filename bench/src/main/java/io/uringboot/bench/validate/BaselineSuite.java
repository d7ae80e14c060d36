package io.uringboot.bench.validate;

import java.nio.charset.StandardCharsets;

import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Request.Framing;

/**
 * Sums of parameters and body.
 */
final class BaselineSuite implements Suite {

	private static final HeaderField TEXT = new HeaderField("Content-Type", "text/plain");

	@Override
	public void run(Server server, Checklist checks) {
		get(server, checks, 13, 42);
		post(server, checks, 13, 42, 20, Framing.LENGTH);
		post(server, checks, 13, 42, 20, Framing.CHUNKED);
		get(server, checks, server.between(100, 999), server.between(100, 999));
		int a = server.between(100, 999);
		int b = server.between(100, 999);
		// The same URL: whoever remembers answers by it is wrong the second time
		post(server, checks, a, b, server.between(100, 499), Framing.LENGTH);
		post(server, checks, a, b, server.between(500, 999), Framing.CHUNKED);
	}

	private static void get(Server server, Checklist checks, int a, int b) {
		Request request = Request.get("/baseline11?a=" + a + "&b=" + b);
		checks.check("GET " + request.target(),
				() -> server.http().ask(request, Expectation.plainText(Integer.toString(a + b))));
	}

	private static void post(Server server, Checklist checks, int a, int b, int body, Framing framing) {
		Request request = Request.post("/baseline11?a=" + a + "&b=" + b, framing,
				Integer.toString(body).getBytes(StandardCharsets.US_ASCII), TEXT);
		checks.check("POST " + request.target() + " of " + body + ", " + framing,
				() -> server.http().ask(request, Expectation.plainText(Integer.toString(a + b + body))));
	}

}
