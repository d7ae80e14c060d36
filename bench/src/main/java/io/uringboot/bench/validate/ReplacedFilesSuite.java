package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.StaticFile;
import org.jspecify.annotations.Nullable;

/**
 * Files replaced by others of the same length while the server runs: what is served must
 * be the new ones within two seconds.
 */
final class ReplacedFilesSuite implements Suite {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	@Override
	public void run(Server server, Checklist checks) {
		probe(server, checks, new HeaderField("Accept-Encoding", "identity"), StaticFile.HERO_WEBP, List.of(""));
		probe(server, checks, StaticFile.ENCODINGS, StaticFile.APP_JS, List.of("", ".br", ".gz"));
	}

	private static void probe(Server server, Checklist checks, HeaderField encodings, StaticFile file,
			List<String> siblings) {
		Request request = Request.get(file.target(), encodings);
		String name = file.fileName() + ((siblings.size() > 1) ? " and its siblings" : "");
		Map<Path, byte[]> originals = new LinkedHashMap<>();
		checks.check(name + " replaced", () -> {
			byte[] before = server.https().answer(request).body();
			for (String sibling : siblings) {
				Path path = server.mount().staticFiles().resolve(file.fileName() + sibling);
				originals.put(path, Files.readAllBytes(path));
			}
			for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
				replace(original.getKey(), server.bytes(original.getValue().length));
			}
			return await(server, request, before, false);
		});
		checks.check(name + " put back", () -> {
			byte[] before = originals.isEmpty() ? new byte[0] : server.https().answer(request).body();
			for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
				replace(original.getKey(), original.getValue());
			}
			return await(server, request, before, true);
		});
	}

	private static void replace(Path path, byte[] content) throws IOException {
		Path other = path.resolveSibling(path.getFileName() + ".new");
		Files.write(other, content);
		Files.move(other, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static @Nullable String await(Server server, Request request, byte[] before, boolean decodable)
			throws IOException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			var answer = server.https().answer(request);
			if (answer.status() == 200 && !Arrays.equals(answer.body(), before)) {
				return null;
			}
			if (System.nanoTime() > deadline) {
				return (answer.status() == 200) ? "the old content after " + PATIENCE.toSeconds() + " s"
						: "status " + answer.status();
			}
			Pause.of(Duration.ofMillis(50));
		}
	}

}
