package io.uringboot.autoconfigure.resources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of a folder that are answered in place, compared octet by octet with the same
 * application without a fast path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaticFilesTests {

	private static final String BOTH = "Accept-Encoding: br;q=1, gzip;q=0.8";

	private static final String LONG_AGO = "Sun, 06 Nov 1994 08:49:37 GMT";

	private Path folder;

	private StaticServer fast;

	private StaticServer standard;

	@BeforeAll
	void start(@TempDir Path parent) throws IOException {
		this.folder = Files.createDirectory(parent.resolve("files"));
		this.fast = StaticServer.start(true, this.folder, Resources.class, "uring.static-resources.precompressed=true");
		this.standard = StaticServer.start(false, this.folder, Resources.class,
				"uring.static-resources.precompressed=true");
	}

	@AfterAll
	void stop() {
		this.fast.close();
		this.standard.close();
	}

	@BeforeEach
	void write() throws IOException {
		write("app.js", "a".repeat(20_000));
		write("app.js.br", "b".repeat(9_000));
		write("app.js.gz", "g".repeat(300));
		write("page.html", "<p>page</p>");
		write("page.html.gz", "gzip of the page");
		write("plain.bin", "bin");
		write("picture.webp", "w".repeat(100));
		write("none", "");
		write("sub/deep/file.txt", "deep");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.js", "page.html", "plain.bin", "picture.webp", "none", "sub/deep/file.txt" })
	void answersInPlaceWhatTheStandardPathAnswers(String name) {
		String path = "/static/" + name;
		for (String accepted : new String[] { "Accept: */*", "Accept-Encoding: gzip", "Accept-Encoding: br", BOTH,
				"Accept-Encoding: gzip, deflate, br" }) {
			this.fast.awaitInPlace(path, accepted);
			assertSameInPlace("GET " + path, accepted);
			assertSameInPlace("GET " + path + "?v=1", accepted);
			assertSameInPlace("HEAD " + path, accepted);
			String lastModified = "If-Modified-Since: " + field(this.standard.get(path, accepted), "Last-Modified");
			assertThat(assertSameInPlace("GET " + path, accepted, lastModified)).startsWith("HTTP/1.1 304 ");
			assertThat(this.fast.exchange("HEAD " + path, accepted, lastModified)).startsWith("HTTP/1.1 304 ")
				.isEqualTo(this.standard.exchange("HEAD " + path, accepted, lastModified));
		}
	}

	@Test
	void answersWhereTheConnectionDoesNotPersist() {
		this.fast.awaitInPlace("/static/app.js");
		assertSameInPlace("GET /static/app.js", "Connection: close");
		assertThat(this.fast.exchange("GET /static/app.js")).contains("\r\nCache-Control: max-age=3600\r\n",
				"\r\nContent-Type: text/javascript\r\n", "\r\nVary: Accept-Encoding\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Range: bytes=0-1", "Range: bytes=1-", "Range: bytes=-2", "Range: bytes=0-1,4-5",
			"Range: bytes=9999999-", "Range: lines=1-2", "If-Modified-Since: " + LONG_AGO, "If-Modified-Since: never",
			"If-Unmodified-Since: " + LONG_AGO, "If-None-Match: \"x\"", "If-None-Match: *", "If-Match: \"x\"",
			"Range: bytes=0-1\r\nIf-Range: \"x\"", "Accept-Encoding: br;q=2",
			"Accept-Encoding: br\r\nAccept-Encoding: gzip", "Origin: http://other" })
	void leavesToTheStandardPathWhatItWeighsUp(String fields) {
		this.fast.awaitInPlace("/static/app.js");
		assertThat(this.fast.isAnsweredInPlace("GET /static/app.js", fields)).isFalse();
		if (!fields.contains(",4-5")) { // whose boundary is a random one
			assertThat(this.fast.get("/static/app.js", fields)).isEqualTo(this.standard.get("/static/app.js", fields));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "br;q=1, gzip;q=0.8 | br", "br;q=0.8, gzip;q=1 | gzip", "br;q=0, gzip | gzip", "br;q=0 | none",
					"gzip;q=0.001, br;q=0.002 | br", "gzip, br | gzip", "br, gzip | br", "identity | none",
					"identity, br | br", "identity;q=1, br;q=0.5 | none", "* | none", "GZip | gzip",
					"deflate, zstd | none", "br;q=, gzip | none", "gzip ; q=0.5 , br ; q=0.4 | gzip" })
	void weightsOfCodingsCountOnBothPaths(String accepted, String coding) {
		String field = "Accept-Encoding: " + accepted;
		for (StaticServer server : List.of(this.fast, this.standard)) {
			String answer = server.get("/static/app.js", field);
			assertThat(field(answer, "Content-Encoding")).isEqualTo(coding);
			assertThat(field(answer, "Vary")).isEqualTo("Accept-Encoding");
		}
		assertThat(this.fast.get("/static/app.js", field)).isEqualTo(this.standard.get("/static/app.js", field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/static/", "/static", "/static/missing.txt", "/static/sub", "/static/sub/",
			"/static/../secret.txt", "/static/..%2fsecret.txt", "/static/%2e%2e/secret.txt", "/static/sub/../app.js",
			"/static/./app.js", "/static//app.js", "/static/app.js/", "/static/app%2ejs", "/static/..;/secret.txt",
			"/static/....//secret.txt", "/static/WEB-INF/web.xml", "/static/file:/etc/passwd", "/static/app.js;x=1",
			"/static/%00app.js", "/static/posted.txt" })
	void neverClimbsAndAnswersOddPathsAsTheStandardPath(String target) throws IOException {
		Files.writeString(this.folder.resolveSibling("secret.txt"), "secret");
		write("WEB-INF/web.xml", "secret");
		write("posted.txt", "hidden by a mapping of another method");
		for (int i = 0; i < 5; i++) {
			assertThat(this.fast.isAnsweredInPlace("GET " + target)).isFalse();
		}
		String answer = withoutTimestamp(this.fast.get(target));
		assertThat(answer).doesNotContain("secret\r\n").isEqualTo(withoutTimestamp(this.standard.get(target)));
		assertThat(StaticServer.contentOf(answer)).isNotEqualTo("secret");
	}

	@Test
	void followsEveryChange() throws IOException {
		for (Change change : changes()) {
			write();
			for (int i = 0; i < 3; i++) {
				this.fast.awaitInPlace("/static/app.js", BOTH);
				this.fast.awaitInPlace("/static/app.js");
				this.fast.awaitInPlace("/static/picture.webp", BOTH);
			}
			change.action().run();
			for (String[] request : new String[][] { { "/static/app.js", BOTH }, { "/static/app.js", "A: b" },
					{ "/static/picture.webp", BOTH } }) {
				assertThat(withoutTimestamp(this.fast.get(request[0], request[1]))).as(change.name())
					.isEqualTo(withoutTimestamp(this.standard.get(request[0], request[1])));
			}
			Files.deleteIfExists(this.folder.resolve("picture.webp.br"));
			Files.deleteIfExists(this.folder.resolve("app.js"));
		}
	}

	private List<Change> changes() {
		Path original = this.folder.resolve("app.js");
		Path sibling = this.folder.resolve("app.js.br");
		List<Change> changes = new ArrayList<>();
		changes.add(new Change("same length, replaced", () -> replace("app.js.br", "B".repeat(9_000))));
		changes.add(new Change("same length, in place", () -> Files.writeString(sibling, "C".repeat(9_000))));
		changes.add(new Change("same length and time", () -> {
			FileTime time = Files.getLastModifiedTime(sibling);
			Files.writeString(sibling, "D".repeat(9_000));
			Files.setLastModifiedTime(sibling, time);
		}));
		changes.add(new Change("time alone",
				() -> Files.setLastModifiedTime(sibling, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")))));
		changes.add(new Change("shorter", () -> Files.writeString(sibling, "short")));
		changes.add(new Change("sibling removed", () -> Files.delete(sibling)));
		changes.add(new Change("original removed", () -> Files.delete(original)));
		changes.add(new Change("original replaced", () -> replace("app.js", "A".repeat(20_000))));
		changes.add(new Change("original a folder", () -> {
			Files.delete(original);
			Files.createDirectory(original);
		}));
		changes.add(new Change("sibling created", () -> write("picture.webp.br", "sibling")));
		changes.add(new Change("removed and created again", () -> {
			Files.delete(original);
			assertThat(this.fast.get("/static/app.js")).startsWith("HTTP/1.1 404 ");
			write("app.js", "again");
		}));
		return changes;
	}

	@Test
	void removedFileIsNotFoundAndFoundAgain() throws IOException {
		for (StaticServer server : List.of(this.fast, this.standard)) {
			assertThat(server.get("/static/plain.bin")).startsWith("HTTP/1.1 200 ");
			Files.delete(this.folder.resolve("plain.bin"));
			assertThat(server.get("/static/plain.bin")).startsWith("HTTP/1.1 404 ");
			write("plain.bin", "back");
			assertThat(server.content("/static/plain.bin")).isEqualTo("back");
		}
	}

	@Test
	void everyAnswerDuringReplacementsOfOneLengthIsAWholeFile() throws Exception {
		Thread writer = new Thread(() -> {
			for (int i = 0; i < 300; i++) {
				replace("app.js.br", String.valueOf((char) ('a' + i % 26)).repeat(9_000));
			}
		});
		this.fast.awaitInPlace("/static/app.js", BOTH);
		writer.start();
		while (writer.isAlive()) {
			String content = this.fast.content("/static/app.js", BOTH);
			assertThat(content.chars().distinct().count()).isEqualTo(1);
			assertThat(content).hasSize(9_000);
		}
		writer.join();
		assertThat(this.fast.content("/static/app.js", BOTH)).isEqualTo("n".repeat(9_000));
	}

	private String assertSameInPlace(String requestLine, String... fields) {
		long before = this.fast.answeredInPlace();
		String answer = this.fast.exchange(requestLine, fields);
		assertThat(this.fast.answeredInPlace()).as("%s in place", requestLine).isGreaterThan(before);
		assertThat(answer).isEqualTo(this.standard.exchange(requestLine, fields));
		return answer;
	}

	private void write(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		if (Files.isDirectory(file)) {
			Files.delete(file);
		}
		Files.writeString(file, content, StandardCharsets.ISO_8859_1);
	}

	private void replace(String name, String content) {
		try {
			Path part = Files.writeString(this.folder.resolveSibling("part"), content);
			Files.move(part, this.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String field(String answer, String name) {
		return answer.lines()
			.takeWhile((line) -> !line.isEmpty())
			.filter((line) -> line.startsWith(name + ": "))
			.map((line) -> line.substring(name.length() + 2))
			.findFirst()
			.orElse(null);
	}

	/** Boot's error attributes tell the time and a request id. */
	private static String withoutTimestamp(String answer) {
		return answer.replaceAll("\"timestamp\":\"[^\"]*\"", "").replaceAll("\"requestId\":\"[^\"]*\"", "");
	}

	private record Change(String name, Action action) {

	}

	private interface Action {

		void run() throws IOException;

	}

	@Configuration(proxyBeanMethods = false)
	static class Resources implements WebFluxConfigurer {

		private final String folder;

		Resources(@Value("${folder}") String folder) {
			this.folder = folder;
		}

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/static/**")
				.addResourceLocations(this.folder)
				.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)))
				.resourceChain(true);
		}

	}

}
