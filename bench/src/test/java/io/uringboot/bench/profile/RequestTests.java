package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;

import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Request.Framing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Request}.
 */
class RequestTests {

	private static final byte[] TWENTY = "20".getBytes(StandardCharsets.US_ASCII);

	@Test
	void writesHeadAlone() {
		assertThat(wire(Request.get("/baseline11?a=13&b=42")))
			.isEqualTo("GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n")
			.hasSize(60);
	}

	@Test
	void writesContentByLength() {
		assertThat(wire(Request.post("/baseline11?a=13&b=42", Framing.LENGTH, TWENTY)))
			.isEqualTo("POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 2\r\n\r\n20")
			.hasSize(82);
	}

	@Test
	void writesContentChunked() {
		assertThat(wire(Request.post("/baseline11?a=13&b=42", Framing.CHUNKED, TWENTY)))
			.endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n20\r\n0\r\n\r\n")
			.hasSize(101);
	}

	@Test
	void closingKeepsFieldsAndAsksToClose() {
		assertThat(wire(Request.get("/", new HeaderField("Accept-Encoding", "gzip")).closing()))
			.isEqualTo("GET / HTTP/1.1\r\nHost: localhost:8080\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
	}

	private static String wire(Request request) {
		return new String(request.toBytes("localhost:8080"), StandardCharsets.ISO_8859_1);
	}

}
