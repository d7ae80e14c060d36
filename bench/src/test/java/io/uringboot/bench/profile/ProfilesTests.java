package io.uringboot.bench.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Profiles} and the expectations of their exchanges.
 */
class ProfilesTests {

	/** Brotli's coding of 8,192 zeros. */
	private static final byte[] ENCODED_ZEROS = Base64.getDecoder().decode("G/8f+CcA4rFAIPcCAA==");

	@Test
	void allProfilesAreNamedAndTheDefaultOnesAmongThem() {
		assertThat(Profiles.names()).containsExactly("baseline", "pipelined", "json", "limited-conn", "json-comp",
				"json-tls", "static", "static-tls", "upload", "echo", "echo-tls", "async", "echo-ws",
				"echo-ws-pipeline", "async-db", "crud", "fortunes", "api-4", "api-16", "latency-10k");
		assertThat(Profiles.names()).containsAll(Profiles.DEFAULT).allSatisfy((name) -> {
			assertThat(Profiles.named(name).name()).isEqualTo(name);
			assertThat(Profiles.named(name).exchanges()).isNotEmpty();
		});
		assertThat(Profiles.chosen(List.of("json", "all", "json"))).hasSize(Profiles.names().size())
			.first()
			.extracting(Profile::name)
			.isEqualTo("json");
	}

	@Test
	void compressedListMustBeCompressedAndRightWithin() throws IOException {
		Exchange exchange = Profiles.named("json-comp").exchanges().get(0);
		byte[] list = FakeArena.json(25, 4).getBytes(StandardCharsets.UTF_8);
		HeaderField gzip = new HeaderField("Content-Encoding", "gzip");
		assertThat(exchange.request().target()).isEqualTo("/json/25?m=4");
		assertThat(exchange.expectation().fault(answer(200, "application/json", gzip(list), gzip))).isNull();
		assertThat(exchange.expectation().fault(answer(200, "application/json", list)))
			.isEqualTo("not compressed although gzip and br were offered");
		byte[] other = FakeArena.json(25, 5).getBytes(StandardCharsets.UTF_8);
		assertThat(exchange.expectation().fault(answer(200, "application/json", gzip(other), gzip))).contains("total");
		assertThat(Profiles.named("json-comp")
			.checks()
			.get(3)
			.expectation()
			.fault(answer(200, "application/json", gzip(list), gzip))).isNotNull();
	}

	@Test
	void apiIsAMixOfThreeEndpoints() {
		assertThat(Profiles.named("api-4").exchanges()).extracting((exchange) -> exchange.request().target())
			.containsExactly("/baseline11?a=13&b=42", "/baseline11?a=13&b=42", "/baseline11?a=13&b=42", "/json/50?m=1",
					"/json/50?m=1", "/json/50?m=1", "/async-db?min=10&max=50&limit=50",
					"/async-db?min=10&max=50&limit=50");
		assertThat(Profiles.named("api-16").pressure()).isEqualTo(1024);
	}

	@Test
	void echoMustBeTheSameBytes() {
		for (Exchange echo : Profiles.named("echo").checks()) {
			byte[] content = echo.request().content();
			assertThat(echo.expectation().fault(answer(200, "application/octet-stream", content))).isNull();
			assertThat(echo.expectation()
				.fault(answer(200, "application/octet-stream", Arrays.copyOf(content, content.length + 1))))
				.isNotNull();
		}
	}

	@Test
	void delayMustBeItsNumberAndTakeItsTime() {
		Exchange delay = Profiles.named("async").exchanges().get(0);
		assertThat(delay.expectation().fault(answer(200, "text/plain", "10"))).isNull();
		assertThat(delay.least()).hasMillis(9);
		assertThat(Profiles.named("async").checks().get(0).least()).isZero();
	}

	@Test
	void unknownProfileNamesTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> Profiles.named("basline"))
			.withMessageContaining("basline")
			.withMessageContaining("limited-conn");
	}

	@Test
	void sumMustBeRightPlainTextWithStatus200() {
		Expectation sum = Profiles.named("baseline").exchanges().get(0).expectation();
		assertThat(sum.fault(answer(200, "text/plain;charset=UTF-8", "55"))).isNull();
		assertThat(sum.fault(answer(200, "text/plain", "56"))).isEqualTo("content '56' instead of '55'");
		assertThat(sum.fault(answer(500, "text/plain", "55"))).isEqualTo("status 500 instead of 200");
		assertThat(sum.fault(answer(200, "text/html", "55"))).contains("text/html").contains("text/plain");
		assertThat(sum.fault(answer(200, null, "55"))).contains("null");
	}

	@Test
	void uploadMustAnswerTheNumberOfBytesSent() {
		for (Exchange upload : Profiles.named("upload").exchanges()) {
			String size = Integer.toString(upload.request().content().length);
			assertThat(upload.expectation().fault(answer(200, "text/plain", size))).isNull();
			assertThat(upload.expectation().fault(answer(200, "text/plain", size + "0"))).isNotNull();
		}
	}

	@Test
	void jsonMustHaveCountShapeAndTotals() {
		Exchange ten = Profiles.named("json").exchanges().get(2);
		assertThat(ten.request().target()).isEqualTo("/json/10?m=2");
		String right = FakeArena.json(10, 2);
		assertThat(ten.expectation().fault(answer(200, "application/json", right))).isNull();
		assertThat(ten.expectation().fault(answer(200, "application/json", FakeArena.json(9, 2)))).contains("10 items");
		assertThat(ten.expectation().fault(answer(200, "application/json", FakeArena.json(10, 3))))
			.isEqualTo("item 1: total is not price × quantity × 2");
		assertThat(ten.expectation().fault(answer(200, "application/json", right.replaceFirst("true", "1"))))
			.isEqualTo("item 1: a field is missing or of another type");
		assertThat(ten.expectation().fault(answer(200, "application/json", "{"))).contains("not JSON");
	}

	@Test
	void jsonMustNotBeCompressedUnasked() {
		Exchange one = Profiles.named("json").exchanges().get(0);
		assertThat(one.expectation()
			.fault(answer(200, "application/json", new byte[10], new HeaderField("Content-Encoding", "gzip"))))
			.contains("gzip");
	}

	@Test
	void staticFileMustHaveItsSizeWhenNoEncodingIsOffered() {
		Expectation reset = Profiles.named("static").checks().get(0).expectation();
		assertThat(reset.fault(answer(200, "text/css", new byte[8_192]))).isNull();
		assertThat(reset.fault(answer(200, "text/css", new byte[8_191]))).isEqualTo("8191 bytes instead of 8192");
		assertThat(reset.fault(answer(200, "text/css", new byte[100], new HeaderField("Content-Encoding", "br"))))
			.contains("br");
	}

	@Test
	void staticFileMayBeEncodedWhenOfferedAndMustDecodeToItsSize() throws IOException {
		Expectation reset = Profiles.named("static").exchanges().get(0).expectation();
		HeaderField gzip = new HeaderField("Content-Encoding", "gzip");
		HeaderField br = new HeaderField("Content-Encoding", "br");
		assertThat(reset.fault(answer(200, "text/css", new byte[8_192]))).isNull();
		assertThat(reset.fault(answer(200, "text/css", gzip(8_192), gzip))).isNull();
		assertThat(reset.fault(answer(200, "text/css", gzip(8_000), gzip))).isEqualTo("8000 bytes instead of 8192");
		assertThat(reset.fault(answer(200, "text/css", new byte[50], gzip))).isEqualTo("content is not gzip");
		assertThat(reset.fault(answer(200, "text/css", ENCODED_ZEROS, br))).isNull();
		assertThat(reset.fault(answer(200, "text/css", new byte[2_000], br))).isNotNull();
		assertThat(reset.fault(answer(200, "text/css", new byte[50], new HeaderField("Content-Encoding", "zstd"))))
			.contains("not offered");
	}

	private static byte[] gzip(int size) throws IOException {
		return gzip(new byte[size]);
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

	private static Answer answer(int status, @Nullable String type, String content) {
		return answer(status, type, content.getBytes(StandardCharsets.UTF_8));
	}

	private static Answer answer(int status, @Nullable String type, byte[] content, HeaderField... more) {
		List<HeaderField> fields = new ArrayList<>(Arrays.asList(more));
		if (type != null) {
			fields.add(new HeaderField("content-type", type));
		}
		return new Answer(status, "HTTP/1.1 " + status, fields, content, content.length);
	}

}
