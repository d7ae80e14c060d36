package io.uringboot.engine.http1;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResponseImageTests {

	private static final ResponseHead HEAD = ResponseHead.of(HttpResponseStatus.OK)
		.with("Content-Type", "text/plain")
		.with("ETag", "\"1\"");

	@ParameterizedTest
	@CsvSource({ "false,true,false", "false,true,true", "false,false,false", "false,false,true", "true,true,false",
			"true,true,true", "true,false,false", "true,false,true" })
	void isWhatTheWriterMakesOfTheSameHeadAndContent(boolean head, boolean http11, boolean close) {
		for (String serverField : new String[] { "", "Server: test\r\n" }) {
			for (int length : new int[] { 0, 1, 9, 10, 1000, OutputBatch.LARGE - 1, OutputBatch.LARGE, 100_000 }) {
				byte[] content = "x".repeat(length).getBytes();
				String written = new WrittenResponse(serverField, head, http11, close)
					.take((writer) -> writer.write(HEAD, content, 0, content.length));
				String copied = new WrittenResponse(serverField, head, http11, close)
					.take((writer) -> writer.write(ResponseImage.of(HEAD, content)));
				assertThat(copied).isEqualTo(written).contains("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n");
			}
		}
	}

	@Test
	void hasTheOctetsThatItShould() {
		ResponseImage image = ResponseImage.of(HEAD, "ok".getBytes());
		assertThat(WrittenResponse.to(false, (writer) -> writer.write(image))).isEqualTo("""
				HTTP/1.1 200 OK\r
				Content-Type: text/plain\r
				ETag: "1"\r
				Content-Length: 2\r
				Date: Sun, 06 Nov 1994 08:49:37 GMT\r
				\r
				ok""");
		assertThat(WrittenResponse.to(true, (writer) -> writer.write(image))).endsWith("37 GMT\r\n\r\n");
	}

	@Test
	void lengthMayStandBetweenOtherFields() {
		ResponseHead head = HEAD.withContentLength(2).with("Accept-Ranges", "bytes");
		ResponseImage image = ResponseImage.of(head, "ok".getBytes());
		assertThat(WrittenResponse.to(false, (writer) -> writer.write(image)))
			.isEqualTo(WrittenResponse.to(false, (writer) -> writer.write(head, "ok".getBytes(), 0, 2)))
			.isEqualTo("""
					HTTP/1.1 200 OK\r
					Content-Type: text/plain\r
					ETag: "1"\r
					Content-Length: 2\r
					Accept-Ranges: bytes\r
					Date: Sun, 06 Nov 1994 08:49:37 GMT\r
					\r
					ok""");
		assertThat(WrittenResponse.to(true, (writer) -> writer.write(image))).contains("Content-Length: 2\r\n")
			.endsWith("37 GMT\r\n\r\n");
	}

	@Test
	void lengthIsThatOfTheContent() {
		ResponseHead head = HEAD.withContentLength(2);
		assertThatIllegalArgumentException().isThrownBy(() -> ResponseImage.of(head, new byte[3]));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WrittenResponse.to(false, (writer) -> writer.write(head, new byte[3], 0, 3)));
		assertThatIllegalArgumentException().isThrownBy(() -> HEAD.withContentLength(-1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ResponseHead.of(HttpResponseStatus.NOT_MODIFIED).withContentLength(0));
		assertThatIllegalStateException().isThrownBy(() -> head.withContentLength(2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 304 })
	void hasNoLengthWhereTheStatusHasNone(int status) {
		ResponseHead head = ResponseHead.of(HttpResponseStatus.valueOf(status));
		ResponseImage image = ResponseImage.of(head, new byte[0]);
		assertThat(WrittenResponse.to(false, (writer) -> writer.write(image)))
			.isEqualTo(WrittenResponse.to(false, (writer) -> writer.write(head)))
			.doesNotContainIgnoringCase("content-length");
		assertThatIllegalArgumentException().isThrownBy(() -> ResponseImage.of(head, new byte[1]));
	}

	@Test
	void servesServersWithDifferentServerFields() {
		ResponseImage image = ResponseImage.of(HEAD, "ok".getBytes());
		for (String server : new String[] { "Server: one\r\n", "Server: other\r\n", "" }) {
			assertThat(new WrittenResponse(server, false, true, false).take((writer) -> writer.write(image)))
				.contains("Content-Length: 2\r\n" + server + "Date: ");
		}
	}

	@Test
	void doesNotFollowChangesOfTheArrayItWasMadeOf() {
		byte[] content = "ok".getBytes();
		ResponseImage image = ResponseImage.of(HEAD, content);
		content[0] = 'k';
		assertThat(WrittenResponse.to(false, (writer) -> writer.write(image))).endsWith("\r\n\r\nok");
	}

	@Test
	void refusesAHeadThatFitsNoBatch() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ResponseImage.of(HEAD.with("Long", "x".repeat(20_000)), new byte[0]))
			.withMessageContaining("16384");
	}

}
