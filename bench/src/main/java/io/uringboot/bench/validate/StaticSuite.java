package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Function;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.ContentCodings;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.StaticFile;
import org.jspecify.annotations.Nullable;

/**
 * The twenty files, as they are and in the coding that the load prefers.
 */
final class StaticSuite implements Suite {

	private final Function<Server, Origin> origin;

	StaticSuite(Function<Server, Origin> origin) {
		this.origin = origin;
	}

	@Override
	public void run(Server server, Checklist checks) {
		Origin port = this.origin.apply(server);
		for (StaticFile file : StaticFile.values()) {
			checks.check(file.fileName() + " as it is", () -> {
				Answer answer = port.answer(Request.get(file.target()));
				String fault = ContentCodings.faultIfEncoded(answer);
				return (fault != null) ? fault : fault(server, file, answer);
			});
			checks.check(file.fileName() + " with " + StaticFile.ENCODINGS.value(),
					() -> fault(server, file, port.answer(Request.get(file.target(), StaticFile.ENCODINGS))));
		}
		for (String missing : new String[] { "/static/nonexistent.txt", "/static/" + server.between(1, 9999) + ".css",
				"/static/../dataset.json", "/static/%2e%2e/dataset.json" }) {
			checks.check(missing + " is not there", () -> port.ask(Request.get(missing), Expectation.status(404)));
		}
	}

	private static @Nullable String fault(Server server, StaticFile file, Answer answer) throws IOException {
		String fault = file.type().fault(answer);
		if (fault != null) {
			return fault;
		}
		byte[] original = Files.readAllBytes(server.mount().staticFiles().resolve(file.fileName()));
		byte[] content = ContentCodings.decode(answer);
		return Arrays.equals(content, original) ? null
				: content.length + " bytes that are not the " + original.length + " of the file";
	}

}
