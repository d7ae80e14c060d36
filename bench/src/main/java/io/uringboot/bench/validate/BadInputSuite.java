package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Request.Framing;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are wrong: the client's fault, said so, and nothing worse.
 */
final class BadInputSuite implements Suite {

	@Override
	public void run(Server server, Checklist checks) {
		for (String target : List.of("/", "/nope-" + server.between(1, 9999), "/json", "/static/")) {
			status(server, checks, Request.get(target), 404, 404);
		}
		for (String target : List.of("/baseline11", "/baseline11?a=1", "/baseline11?a=x&b=1", "/baseline11?a=1.5&b=1",
				"/baseline11?a=2147483648&b=1", "/json/abc", "/json/5?m=x", "/delay/x", "/delay/-1")) {
			status(server, checks, Request.get(target), 400, 400);
		}
		status(server, checks, Request.post("/baseline11?a=1&b=2", Framing.LENGTH, bytes("twenty")), 400, 400);
		status(server, checks, new Request("GETT", "/baseline11?a=1&b=2", List.of(), Framing.NONE, new byte[0]), 400,
				499);
		checks.check("/json/51 is brought into range",
				() -> server.http().ask(Request.get("/json/51?m=2"), server.mount().dataset().first(50, 2)));
		checks.check("/json/-1 is brought into range",
				() -> server.http().ask(Request.get("/json/-1?m=2"), server.mount().dataset().first(0, 2)));
		checks.check("random bytes get no 2xx", () -> garbage(server));
		checks.check("well after a body that never comes", () -> {
			try (Connection connection = server.http().connect()) {
				connection.send(bytes(
						"POST /baseline11?a=1&b=2 HTTP/1.1\r\nHost: localhost\r\n" + "Content-Length: 999\r\n\r\n"));
				return server.http().ask(Request.get("/pipeline"), Expectation.plainText("ok"));
			}
		});
	}

	private static void status(Server server, Checklist checks, Request request, int lowest, int highest) {
		checks.check(request.method() + " " + request.target(),
				() -> server.http().ask(request, Expectation.status(lowest, highest)));
	}

	private static @Nullable String garbage(Server server) throws IOException {
		try (Connection connection = server.http().connect()) {
			connection.send(server.bytes(200));
			connection.send(bytes("\r\n\r\n"));
			return Expectation.status(400, 599).fault(connection.read());
		}
		catch (IOException ex) {
			// Closed without an answer
			return server.http().ask(Request.get("/pipeline"), Expectation.plainText("ok"));
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
