package io.uringboot.bench.validate;

import java.util.Arrays;

import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Request.Framing;

/**
 * Bodies that come back over TLS.
 */
final class EchoSuite implements Suite {

	private static final HeaderField BYTES = new HeaderField("Content-Type", "application/octet-stream");

	@Override
	public void run(Server server, Checklist checks) {
		for (int size : new int[] { 0, 1, 1024, 10_240, 102_400, server.between(2, 100_000) }) {
			check(server, checks, size, Framing.LENGTH);
		}
		for (int size : new int[] { 10_240, 102_400, server.between(2, 100_000) }) {
			check(server, checks, size, Framing.CHUNKED);
		}
		checks.check("no body at all",
				() -> server.https().ask(Request.post("/echo", Framing.NONE, new byte[0]), echo(new byte[0])));
	}

	private static void check(Server server, Checklist checks, int size, Framing framing) {
		byte[] content = server.bytes(size);
		checks.check(size + " bytes, " + framing,
				() -> server.https().ask(Request.post("/echo", framing, content, BYTES), echo(content)));
	}

	private static Expectation echo(byte[] content) {
		return Expectation.ok("application/octet-stream").and((answer) -> {
			if (answer.field("Content-Length") == null) {
				return "no Content-Length";
			}
			return Arrays.equals(answer.body(), content) ? null
					: answer.body().length + " bytes that are not the " + content.length + " sent";
		});
	}

}
