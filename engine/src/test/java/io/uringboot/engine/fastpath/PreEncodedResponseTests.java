package io.uringboot.engine.fastpath;

import java.time.Instant;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.RequestHeads;
import io.uringboot.engine.http1.WrittenResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PreEncodedResponseTests {

	private static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";

	private static final String DATE = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n";

	private static final PreEncodedResponse RESPONSE = PreEncodedResponse.ok()
		.field("Content-Type", "text/plain")
		.field("ETag", "\"v1\"")
		.lastModified(Instant.parse("1994-11-06T08:49:37.999Z"))
		.field("Cache-Control", "max-age=60")
		.content("hello".getBytes())
		.build();

	@Test
	void answersGetAndHead() {
		String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: \"v1\"\r\nLast-Modified: " + MODIFIED
				+ "\r\nCache-Control: max-age=60\r\nContent-Length: 5\r\n" + DATE;
		assertThat(answer(RESPONSE, "GET")).isEqualTo(head + "hello");
		assertThat(answer(RESPONSE, "HEAD")).isEqualTo(head);
	}

	@Test
	void declinesOtherMethods() {
		assertThat(answer(RESPONSE, "POST")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
			// RFC 9110 §13.1.2
			"If-None-Match: \"v1\"|304", "If-None-Match: W/\"v1\"|304", "If-None-Match: \"v0\", \"v1\"|304",
			"If-None-Match: *|304", "If-None-Match: \"v0\"|200", "If-None-Match: v1|200",
			// §13.1.3
			"If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT|304",
			"If-Modified-Since: Sun, 06 Nov 1994 08:49:38 GMT|304",
			"If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT|200",
			"If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT|304", "If-Modified-Since: Sun Nov  6 08:49:37 1994|304",
			"If-Modified-Since: Sun Nov  6 08:49:36 1994|200", "If-Modified-Since: yesterday|200",
			// §13.1.1
			"If-Match: \"v1\"|200", "If-Match: *|200", "If-Match: W/\"v1\"|412", "If-Match: \"v0\"|412",
			// §13.1.4
			"If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT|200",
			"If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT|412", "If-Unmodified-Since: yesterday|200",
			// §13.2.2
			"If-None-Match: \"v0\" // If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT|200",
			"If-None-Match: \"v1\" // If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT|304",
			"If-Match: \"v1\" // If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT|200",
			"If-Match: \"v1\" // If-None-Match: \"v1\"|304", "If-Match: \"v0\" // If-None-Match: \"v1\"|412",
			// several field lines are one list
			"If-None-Match: \"v0\" // if-none-match: \"v1\"|304",
			"If-Modified-Since: yesterday // If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT|200" })
	void evaluatesPreconditions(String fieldLines, int status) {
		for (String method : new String[] { "GET", "HEAD" }) {
			assertThat(answer(RESPONSE, method, fieldLines.split(" // "))).startsWith("HTTP/1.1 " + status + " ");
		}
		Preconditions preconditions = new Preconditions("\"v1\"", MODIFIED);
		assertThat(preconditions.evaluate(headers(fieldLines))).isEqualTo(switch (status) {
			case 304 -> Preconditions.Outcome.NOT_MODIFIED;
			case 412 -> Preconditions.Outcome.FAILED;
			default -> Preconditions.Outcome.MET;
		});
	}

	@Test
	void sendsWithNotModifiedWhatUpdatesACache() {
		assertThat(answer(RESPONSE, "GET", "If-None-Match: \"v1\""))
			.isEqualTo("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nCache-Control: max-age=60\r\n" + DATE);
		PreEncodedResponse dated = PreEncodedResponse.ok()
			.field("Vary", "Accept")
			.field("last-modified", MODIFIED)
			.field("content-encoding", "gzip")
			.build();
		assertThat(answer(dated, "GET", "If-Modified-Since: " + MODIFIED))
			.isEqualTo("HTTP/1.1 304 Not Modified\r\nVary: Accept\r\nlast-modified: " + MODIFIED + "\r\n" + DATE);
	}

	@Test
	void sendsNothingWithAFailedPrecondition() {
		assertThat(answer(RESPONSE, "GET", "If-Match: \"v0\""))
			.isEqualTo("HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n" + DATE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "If-None-Match: *", "If-Match: \"v0\"", "If-Modified-Since: " + MODIFIED })
	void ignoresPreconditionsWithoutAValidatorAndWhereItIsNoSuccess(String fieldLine) {
		PreEncodedResponse plain = PreEncodedResponse.ok().content("ok".getBytes()).build();
		assertThat(answer(plain, "GET", fieldLine)).startsWith("HTTP/1.1 200 OK");
		PreEncodedResponse missing = PreEncodedResponse.status(HttpResponseStatus.NOT_FOUND)
			.field("ETag", "\"v1\"")
			.lastModified(Instant.EPOCH)
			.build();
		assertThat(answer(missing, "GET", fieldLine)).startsWith("HTTP/1.1 404 Not Found");
	}

	@Test
	void makesAnEntityTagOfItsOwn() {
		PreEncodedResponse response = PreEncodedResponse.ok().content("ok".getBytes()).entityTag().build();
		String answer = answer(response, "GET");
		String tag = answer.replaceAll("(?s).*ETag: (\"[^\"]*\").*", "$1");
		assertThat(tag).matches("\"[0-9a-f]{32}\"");
		assertThat(answer(response, "GET", "If-None-Match: " + tag)).startsWith("HTTP/1.1 304 ");
	}

	@Test
	void refusesWhatCannotBeSent() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PreEncodedResponse.ok().field("Content-Length", "1").build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PreEncodedResponse.ok().field("X", "a\r\nSet-Cookie: b").build());
		assertThatIllegalArgumentException().isThrownBy(() -> PreEncodedResponse.ok().field("ETag", "v1").build())
			.withMessageContaining("'v1'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PreEncodedResponse.ok().field("Last-Modified", "yesterday").build())
			.withMessageContaining("'yesterday'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PreEncodedResponse.status(HttpResponseStatus.NO_CONTENT).content("a".getBytes()).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PreEncodedResponse.status(HttpResponseStatus.CONTINUE).build());
	}

	private static HttpHeaders headers(String fieldLines) {
		HttpHeaders headers = new DefaultHttpHeaders();
		for (String line : fieldLines.split(" // ")) {
			headers.add(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
		}
		return headers;
	}

	private static String answer(PreEncodedResponse response, String method, String... fieldLines) {
		RequestHead head = RequestHeads.of(method, "/a", fieldLines);
		Route route = Route.to(response, HttpMethod.valueOf(method), RoutePath.of("/a"), 0, 0);
		return WrittenResponse.to(method.equals("HEAD"), (writer) -> {
			FastPathExchange exchange = new FastPathExchange();
			exchange.start(route, head, new byte[0], 0, 0, writer);
			assertThat(response.handle(exchange)).isEqualTo(writer.isAnswered());
		});
	}

}
