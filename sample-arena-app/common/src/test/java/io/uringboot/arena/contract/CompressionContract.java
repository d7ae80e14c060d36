package io.uringboot.arena.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON compressed per request, for those who ask for it.
 */
public abstract class CompressionContract {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "25, 4", "40, 8", "50, 6" })
	void compressedAnswerIsThePlainOne(int count, int multiplier) throws IOException {
		String target = "/json/" + count + "?m=" + multiplier;
		Answer plain = client().get(target);
		Answer compressed = client().get(target, "Accept-Encoding: gzip, br");
		assertThat(plain.field("Content-Encoding")).isNull();
		assertThat(compressed.status()).isEqualTo(200);
		assertThat(compressed.field("Content-Type")).isEqualTo("application/json");
		assertThat(compressed.field("Content-Encoding")).isIn("gzip", "br");
		assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2);
		assertThat(decode(compressed)).isEqualTo(plain.body());
	}

	@Test
	void gzipAloneIsGzip() throws IOException {
		Answer answer = client().get("/json/50?m=6", "Accept-Encoding: gzip");
		assertThat(answer.field("Content-Encoding")).isEqualTo("gzip");
		assertThat(decode(answer)).isEqualTo(client().get("/json/50?m=6").body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pipeline", "/baseline11?a=1&b=2", "/json/1?m=3", "/static/hero.webp" })
	void whatIsSmallOrCompressedAlreadyStaysAsItIs(String target) {
		assertThat(client().get(target, "Accept-Encoding: gzip, br").field("Content-Encoding")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "gzip;q=0", "unknown" })
	void whoTakesNoCodingGetsNone(String accepted) {
		assertThat(client().get("/json/50?m=6", "Accept-Encoding: " + accepted).field("Content-Encoding")).isNull();
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

	private static byte[] decode(Answer answer) throws IOException {
		ByteArrayInputStream body = new ByteArrayInputStream(answer.body());
		if ("br".equals(answer.field("Content-Encoding"))) {
			Brotli4jLoader.ensureAvailability();
			return new BrotliInputStream(body).readAllBytes();
		}
		return new GZIPInputStream(body).readAllBytes();
	}

}
