package io.uringboot.bench.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * The constant answer, also to requests sent without waiting.
 */
final class PipelinedSuite implements Suite {

	private static final Request OK = Request.get("/pipeline");

	@Override
	public void run(Server server, Checklist checks) {
		checks.check("GET /pipeline", () -> server.http().ask(OK, Expectation.plainText("ok")));
		// The depth of the load, and one that no server's limit of requests a connection
		// meets
		for (int depth : new int[] { 16, server.between(17, 90) }) {
			checks.check(depth + " requests at once", () -> constant(server.http(), depth));
			checks.check(depth + " different requests at once, answered in order",
					() -> different(server.http(), depth, server.between(100, 999)));
		}
	}

	private static @Nullable String constant(Origin origin, int depth) throws IOException {
		ByteArrayOutputStream batch = new ByteArrayOutputStream();
		for (int i = 0; i < depth; i++) {
			batch.writeBytes(OK.toBytes(origin.host()));
		}
		return origin.askInTurn(batch.toByteArray(), depth, (index) -> Expectation.plainText("ok"));
	}

	private static @Nullable String different(Origin origin, int depth, int a) throws IOException {
		ByteArrayOutputStream batch = new ByteArrayOutputStream();
		for (int i = 0; i < depth; i++) {
			batch.writeBytes(Request.get("/baseline11?a=" + a + "&b=" + i).toBytes(origin.host()));
		}
		return origin.askInTurn(batch.toByteArray(), depth,
				(index) -> Expectation.plainText(Integer.toString(a + index)));
	}

}
