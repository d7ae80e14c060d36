package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Placeholders} and the requests that hold them.
 */
class PlaceholdersTests {

	private final Random random = new Random(7);

	@Test
	void randomNumbersAreWithinTheirBoundsAndPadded() {
		for (int i = 0; i < 200; i++) {
			String filled = Placeholders.fill("/items/{RAND:1:50000}?page={RAND:1:10}", this.random);
			assertThat(filled).matches("/items/\\d{5}\\?page=(0\\d|10)");
			assertThat(Integer.parseInt(filled.substring(7, 12))).isBetween(1, 50_000);
		}
	}

	@Test
	void sequenceGivesItsFirstNumberAndOtherBracesStay() {
		assertThat(Placeholders.fill("{\"id\":{SEQ:100001},\"a\":{}}", this.random))
			.isEqualTo("{\"id\":100001,\"a\":{}}");
	}

	@Test
	void templateHasTheLengthOfWhatIsSent() {
		Request template = Request.json("POST", "/items", "{\"id\":{SEQ:100001}}");
		String raw = new String(template.toBytes("localhost"), StandardCharsets.US_ASCII);
		assertThat(raw).contains("Content-Length: 13\r\n").endsWith("{\"id\":{SEQ:100001}}");
		String sent = new String(template.filled(this.random).toBytes("localhost"), StandardCharsets.US_ASCII);
		assertThat(sent).contains("Content-Length: 13\r\n").endsWith("{\"id\":100001}");
	}

	@Test
	void binaryContentIsNeverATemplate() {
		byte[] content = "{RAND:1:5}".getBytes(StandardCharsets.US_ASCII);
		Request request = Request.post("/upload", Request.Framing.LENGTH, content);
		assertThat(request.filled(this.random).content()).isSameAs(content);
	}

}
