package io.uringboot.bench.validate;

import java.util.function.Function;

import io.uringboot.bench.profile.Request;

/**
 * Items of the data set as JSON: as many as asked for, from the mounted data set.
 */
final class JsonSuite implements Suite {

	private static final int[][] FIXED = { { 12, 3 }, { 22, 7 }, { 31, 2 }, { 50, 5 }, { 50, 1 } };

	private final Function<Server, Origin> origin;

	JsonSuite(Function<Server, Origin> origin) {
		this.origin = origin;
	}

	@Override
	public void run(Server server, Checklist checks) {
		for (int[] pair : FIXED) {
			check(server, checks, pair[0], pair[1]);
		}
		for (int i = 0; i < 4; i++) {
			check(server, checks, server.between(1, MountedDataset.SIZE), server.between(2, 97));
		}
		checks.check("GET /json/7: m is 1 unless given",
				() -> this.origin.apply(server).ask(Request.get("/json/7"), server.mount().dataset().first(7, 1)));
	}

	private void check(Server server, Checklist checks, int count, int multiplier) {
		Request request = Request.get("/json/" + count + "?m=" + multiplier);
		checks.check("GET " + request.target(),
				() -> this.origin.apply(server).ask(request, server.mount().dataset().first(count, multiplier)));
	}

}
