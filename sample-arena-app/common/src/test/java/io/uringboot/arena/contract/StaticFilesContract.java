package io.uringboot.arena.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.uringboot.arena.files.StaticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The twenty static files, plain and in the coding the client prefers.
 */
public abstract class StaticFilesContract {

	private static final String LOAD = "br;q=1, gzip;q=0.8";

	@LocalServerPort
	private int port;

	@Autowired
	private StaticFiles files;

	@ParameterizedTest
	@CsvFileSource(resources = "/io/uringboot/arena/contract/static-files.csv", numLinesToSkip = 1)
	void answersTheFileAsItIs(String name, int size, String mediaType) throws IOException {
		Answer answer = client().get("/static/" + name);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo(mediaType);
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(size));
		assertThat(answer.field("Content-Encoding")).isNull();
		assertThat(answer.body()).isEqualTo(original(name));
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/io/uringboot/arena/contract/static-files.csv", numLinesToSkip = 1)
	void answersACompressedSiblingWithTheTypeOfTheOriginal(String name, int size, String mediaType, boolean compressed)
			throws IOException {
		Answer answer = client().get("/static/" + name, "Accept-Encoding: " + LOAD);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo(mediaType);
		assertThat(answer.field("Content-Encoding")).isEqualTo(compressed ? "br" : null);
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
		assertThat(decode(answer)).isEqualTo(original(name));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "gzip | gzip", "gzip, deflate, br | gzip", "br | br", "identity | none", "compress | none" })
	void codingIsTheFirstThatTheClientNames(String accepted, String coding) throws IOException {
		Answer answer = client().get("/static/app.js", "Accept-Encoding: " + accepted);
		assertThat(answer.field("Content-Encoding")).isEqualTo(coding);
		assertThat(decode(answer)).isEqualTo(original("app.js"));
	}

	@Test
	void codingDoesNotDependOnTheClientBefore() {
		assertThat(client().get("/static/theme.css", "Accept-Encoding: gzip, br").field("Content-Encoding"))
			.isEqualTo("gzip");
		assertThat(client().get("/static/theme.css", "Accept-Encoding: " + LOAD).field("Content-Encoding"))
			.isEqualTo("br");
	}

	@Test
	void cachesAreToldThatTheCodingDependsOnTheClient() {
		Answer answer = client().get("/static/app.js", "Accept-Encoding: " + LOAD);
		assertThat(answer.field("Vary")).isEqualToIgnoringCase("Accept-Encoding");
	}

	@Test
	void unchangedFileIsNotSentAgain() {
		String lastModified = client().get("/static/app.js").field("Last-Modified");
		Answer answer = client().get("/static/app.js", "If-Modified-Since: " + lastModified);
		assertThat(answer.status()).isEqualTo(304);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void partOfAFileIsSentAlone() throws IOException {
		Answer answer = client().get("/static/hero.webp", "Range: bytes=4-11");
		assertThat(answer.status()).isEqualTo(206);
		assertThat(answer.field("Content-Range")).isEqualTo("bytes 4-11/46080");
		assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(original("hero.webp"), 4, 12));
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

	private byte[] original(String name) throws IOException {
		return Files.readAllBytes(this.files.directory().resolve(name));
	}

	private static byte[] decode(Answer answer) throws IOException {
		String coding = answer.field("Content-Encoding");
		if (coding == null) {
			return answer.body();
		}
		ByteArrayInputStream body = new ByteArrayInputStream(answer.body());
		return (coding.equals("br") ? new BrotliInputStream(body) : new GZIPInputStream(body)).readAllBytes();
	}

}
