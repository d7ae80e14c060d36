package io.uringboot.bench.validate;

import java.io.IOException;
import java.util.List;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.ContentCodings;
import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * JSON compressed for whoever offers a coding, and for nobody else.
 */
final class JsonCompSuite implements Suite {

	private static final int[][] FIXED = { { 50, 1 }, { 25, 3 }, { 40, 7 }, { 50, 2 } };

	@Override
	public void run(Server server, Checklist checks) {
		for (int[] pair : FIXED) {
			check(server, checks, "gzip, br", pair[0], pair[1]);
		}
		for (int i = 0; i < 3; i++) {
			// Servers may leave small answers as they are, the arena's loads begin at 25
			check(server, checks, "gzip, br", server.between(25, MountedDataset.SIZE), server.between(2, 89));
		}
		check(server, checks, "gzip", MountedDataset.SIZE, server.between(2, 89));
		int multiplier = server.between(2, 89);
		checks.check("no coding unless offered", () -> server.http()
			.ask(Request.get("/json/50?m=" + multiplier), server.mount().dataset().first(50, multiplier)));
		checks.check("no coding that is refused",
				() -> server.http()
					.ask(Request.get("/json/50?m=" + multiplier,
							new HeaderField("Accept-Encoding", "gzip;q=0, br;q=0")),
							server.mount().dataset().first(50, multiplier)));
	}

	private static void check(Server server, Checklist checks, String offered, int count, int multiplier) {
		String target = "/json/" + count + "?m=" + multiplier;
		checks.check("GET " + target + " with " + offered, () -> {
			Answer answer = server.http().answer(Request.get(target, new HeaderField("Accept-Encoding", offered)));
			String fault = Expectation.ok("application/json").fault(answer);
			return (fault != null) ? fault : contentFault(server, answer, offered, count, multiplier);
		});
	}

	private static @Nullable String contentFault(Server server, Answer answer, String offered, int count,
			int multiplier) throws IOException {
		String coding = answer.field("Content-Encoding");
		if (coding == null || !List.of(offered.split(", ")).contains(coding)) {
			return "Content-Encoding " + coding + " instead of " + offered;
		}
		return server.mount().dataset().fault(ContentCodings.decode(answer), count, multiplier);
	}

}
