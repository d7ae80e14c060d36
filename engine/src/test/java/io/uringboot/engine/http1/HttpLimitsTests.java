package io.uringboot.engine.http1;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.uringboot.engine.http1.HeadCase.accepted;
import static io.uringboot.engine.http1.HeadCase.refused;
import static io.uringboot.engine.http1.RequestError.FIELDS_TOO_LARGE;
import static io.uringboot.engine.http1.RequestError.REQUEST_LINE_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Limits of the head: RFC 9112 §3, RFC 9110 §5.4, RFC 6585 §5.
 */
class HttpLimitsTests {

	/** Request line 32, header section 64, 3 fields. */
	private static final HttpLimits SMALL = new HttpLimits(32, 64, 3, 8, 16, 128);

	private static final String HOST = "Host: a\r\n";

	@ParameterizedTest
	@MethodSource("rows")
	void headOfLimitedSizeIsTakenOrRefused(HeadCase row) {
		new HeadVerifier(SMALL).check(row);
	}

	static List<HeadCase> rows() {
		String line = "GET / HTTP/1.1\r\n";
		return List.of(
				accepted("9112 §3 longest line", "GET /" + "a".repeat(18) + " 1.1",
						"GET /" + "a".repeat(18) + " HTTP/1.1\r\n" + HOST + "\r\n"),
				refused("9112 §3 line one longer", REQUEST_LINE_TOO_LONG,
						"GET /" + "a".repeat(19) + " HTTP/1.1\r\n" + HOST + "\r\n"),
				refused("9112 §3 method that never ends", REQUEST_LINE_TOO_LONG, "G".repeat(80)),
				refused("9112 §3 target that never ends", REQUEST_LINE_TOO_LONG, "GET /" + "a".repeat(80)),
				accepted("9112 §2.2 empty lines do not count", "GET /" + "a".repeat(18) + " 1.1",
						"\r\n\r\nGET /" + "a".repeat(18) + " HTTP/1.1\r\n" + HOST + "\r\n"),
				accepted("6585 §5 largest section", "GET / 1.1", line + HOST + "X: " + "y".repeat(50) + "\r\n\r\n"),
				refused("6585 §5 section one larger", FIELDS_TOO_LARGE,
						line + HOST + "X: " + "y".repeat(51) + "\r\n\r\n"),
				accepted("6585 §5 largest section of several lines", "GET / 1.1",
						line + HOST + "X: " + "y".repeat(20) + "\r\nX: " + "y".repeat(25) + "\r\n\r\n"),
				refused("6585 §5 section of several lines too large", FIELDS_TOO_LARGE,
						line + HOST + "X: " + "y".repeat(20) + "\r\nX: " + "y".repeat(26) + "\r\n\r\n"),
				refused("6585 §5 name that never ends", FIELDS_TOO_LARGE, line + HOST + "X".repeat(90)),
				refused("6585 §5 value that never ends", FIELDS_TOO_LARGE, line + HOST + "X: " + "y".repeat(90)),
				accepted("6585 §5 most fields", "GET / 1.1", line + HOST + "X:\r\nX:\r\n\r\n"),
				refused("6585 §5 one field more", FIELDS_TOO_LARGE, line + HOST + "X:\r\nX:\r\nX:\r\n\r\n"));
	}

	@Test
	void defaultsTakeHeadsOfTheSizeThatServersUsuallyTake() {
		HeadVerifier verifier = new HeadVerifier(HttpLimits.defaults());
		String target = "/" + "a".repeat(8192 - "GET / HTTP/1.1".length());
		byte[] longest = HeadCase.line("GET " + target + " HTTP/1.1")
			.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		assertThat(verifier.outcome(longest, 1, 100, 8191, 8192, 8193, 8194)).isEqualTo("GET " + target + " 1.1");
		String value = "y".repeat(8192 - "Host: a\r\nX: \r\n".length());
		byte[] largest = HeadCase.fields("X: " + value).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		int length = largest.length;
		assertThat(verifier.outcome(largest, 20, length - 4, length - 3, length - 2, length - 1))
			.isEqualTo("GET / 1.1");
	}

	@ParameterizedTest
	@EnumSource(RequestError.class)
	void everyErrorHasAStatusOfItsKind(RequestError error) {
		int status = switch (error) {
			case UNKNOWN_TRANSFER_CODING -> 501;
			case VERSION_NOT_SUPPORTED -> 505;
			case REQUEST_LINE_TOO_LONG -> 414;
			case FIELDS_TOO_LARGE, TRAILERS_TOO_LARGE -> 431;
			case REQUEST_TIMEOUT -> 408;
			default -> 400;
		};
		assertThat(error.status().code()).isEqualTo(status);
	}

	@Test
	void limitOutOfItsRangeIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(15, 64, 3, 8, 16, 128))
			.withMessageContaining("maxRequestLine");
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(16, 15, 3, 8, 16, 128))
			.withMessageContaining("maxFieldSection");
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(16, 16, 0, 8, 16, 128))
			.withMessageContaining("maxFields");
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(16, 16, 1, -1, 16, 128))
			.withMessageContaining("maxChunkExtensions");
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(16, 16, 1, 0, -1, 128))
			.withMessageContaining("maxTrailerSection");
		assertThatIllegalArgumentException().isThrownBy(() -> new HttpLimits(16, 16, 1, 0, 0, 0))
			.withMessageContaining("maxHeld");
	}

}
