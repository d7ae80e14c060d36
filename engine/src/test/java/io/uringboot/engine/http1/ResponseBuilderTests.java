package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Answers with field lines of their own.
 */
class ResponseBuilderTests {

	private static final byte[] X = octets("X-A");

	private static final String DATE = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";

	private static final ResponseHead TEXT = ResponseHead.of(HttpResponseStatus.OK).with("Content-Type", "text/plain");

	@Test
	void fieldsFollowTheConstantOnesInTheirOrder() {
		byte[] value = octets("<value>");
		assertThat(to(false,
				(writer) -> writer.begin(TEXT)
					.field(X, value, 1, 5)
					.field(octets("x-b"), "text \u00e4")
					.field(octets("x-c"), 0)
					.field(octets("x-d"), Long.MAX_VALUE)
					.field(octets("x-e"), Long.MIN_VALUE)
					.field(octets("x-f"), "")
					.write(octets("content"), 3, 4)))
			.isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-A: value\r\nx-b: text \u00e4\r\nx-c: 0\r\n"
					+ "x-d: 9223372036854775807\r\nx-e: -9223372036854775808\r\nx-f: \r\nContent-Length: 4\r\n" + DATE
					+ "\r\ntent");
	}

	@Test
	void isWhatTheWriterMakesOfAConstantHead() {
		for (String server : new String[] { "", "Server: test\r\n" }) {
			for (int way = 0; way < 8; way++) {
				boolean head = (way & 1) != 0;
				boolean http11 = (way & 2) != 0;
				boolean close = (way & 4) != 0;
				for (int length : new int[] { 0, 1, 70_000, 200_000 }) {
					byte[] content = octets("x".repeat(length));
					String constant = new WrittenResponse(server, head, http11, close)
						.take((writer) -> writer.write(TEXT.with("X-A", "b"), content, 0, length));
					assertThat(new WrittenResponse(server, head, http11, close)
						.take((writer) -> writer.begin(TEXT).field(X, "b").write(content, 0, length)))
						.isEqualTo(constant);
					assertThat(new WrittenResponse(server, head, http11, close)
						.take((writer) -> writer.begin(TEXT).field(X, "b").write(Unpooled.wrappedBuffer(content))))
						.isEqualTo(constant);
				}
			}
		}
	}

	@Test
	void statusLineIsMadeFromTheStatus() {
		assertThat(to(false, (writer) -> writer.begin(HttpResponseStatus.NOT_FOUND).write()))
			.isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n" + DATE + "\r\n");
		assertThat(to(false, (writer) -> writer.begin(HttpResponseStatus.valueOf(404, "No")).write()))
			.startsWith("HTTP/1.1 404 No\r\n");
		assertThat(to(false, (writer) -> writer.begin(HttpResponseStatus.valueOf(799)).write()))
			.startsWith("HTTP/1.1 799 ");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> to(false, (writer) -> writer.begin(HttpResponseStatus.SWITCHING_PROTOCOLS).write()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX: b", "a\r", "\n", "a\0b", "\u007f", "\u0001", "\u010a", "\u0d0a", "\u20ac" })
	void valueThatCouldEndTheLineIsRefused(String value) {
		refused((builder) -> builder.field(X, value));
		if (value.chars().allMatch((character) -> character <= 0xff)) {
			refused((builder) -> builder.field(X, octets(value)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " X", "X ", "X:", "X Y", "X\r\nY", "X\0", "\u00c4", "Content-Length", "content-length",
			"Transfer-Encoding", "CONNECTION", "date" })
	void nameThatIsNoTokenOrBelongsToTheWriterIsRefused(String name) {
		refused((builder) -> builder.field(octets(name), "a"));
		refused((builder) -> builder.field(octets(name), octets("a")));
		refused((builder) -> builder.field(octets(name), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> TEXT.with(name, "a"));
	}

	private static void refused(Consumer<ResponseBuilder> field) {
		assertThat(to(false, (writer) -> {
			ResponseBuilder builder = writer.begin(TEXT).field(X, "before");
			assertThatIllegalArgumentException().isThrownBy(() -> field.accept(builder));
			assertThat(writer.isAnswered()).isFalse();
			builder.field(X, "behind").write();
		})).contains("plain\r\nX-A: before\r\nX-A: behind\r\nContent-Length: 0\r\n");
	}

	@Test
	void requestMayBeAnsweredOtherwiseAfterAFieldWasRefused() {
		assertThat(to(false, (writer) -> {
			ResponseBuilder builder = writer.begin(TEXT).field(X, "a");
			writer.write(ResponseHead.of(HttpResponseStatus.NOT_FOUND));
			assertThatIllegalStateException().isThrownBy(builder::write);
			assertThatIllegalStateException().isThrownBy(() -> builder.field(X, "a"));
			assertThatIllegalStateException().isThrownBy(() -> writer.begin(TEXT));
		})).isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n" + DATE + "\r\n");
	}

	@Test
	void headTakesAtMost16KiB() {
		int taken = TEXT.octets.length;
		String longest = "v".repeat(ResponseHead.MAX_LENGTH - taken - 7);
		assertThat(to(false, (writer) -> {
			ResponseBuilder builder = writer.begin(TEXT);
			assertThatIllegalArgumentException().isThrownBy(() -> builder.field(X, longest + "v"))
				.withMessageContaining("16384");
			builder.field(X, longest);
			assertThatIllegalArgumentException().isThrownBy(() -> builder.field(octets("b"), ""));
			builder.write();
		})).contains(longest);
		assertThatIllegalArgumentException().isThrownBy(() -> TEXT.with("X-A", longest + "v"));
	}

	@Test
	void largeHeadsFollowEachOther() {
		WrittenResponse written = new WrittenResponse("", false, true, false);
		String value = "v".repeat(15_000);
		for (int i = 0; i < 9; i++) {
			written.writer().begin(TEXT).field(X, value).write(octets("end" + i), 0, 4);
			written.next(false);
		}
		String all = written.take((writer) -> writer.write(TEXT));
		assertThat(all.split("HTTP/1.1 200 OK\r\n")).hasSize(11);
		assertThat(all).contains("X-A: " + value + "\r\nContent-Length: 4\r\n" + DATE + "\r\nend8HTTP/1.1");
	}

	@Test
	void serverFieldReplacesTheServersOwn() {
		ResponseHead own = TEXT.with("Server", "mine");
		for (Consumer<ResponseWriter> answer : java.util.List.<Consumer<ResponseWriter>>of(
				(writer) -> writer.write(own), (writer) -> writer.write(ResponseImage.of(own, new byte[0])),
				(writer) -> writer.begin(own).write(),
				(writer) -> writer.begin(TEXT).field(octets("server"), "mine").write())) {
			assertThat(new WrittenResponse("Server: theirs\r\n", false, true, false).take(answer))
				.containsIgnoringCase("Server: mine\r\n")
				.doesNotContain("theirs");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 205, 304 })
	void contentOfAStatusThatHasNoneIsLeftOut(int status) {
		ResponseHead head = ResponseHead.of(HttpResponseStatus.valueOf(status));
		String expected = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n"
				+ ((status == 205) ? "Content-Length: 0\r\n" : "") + DATE + "\r\n";
		byte[] content = octets("content");
		for (boolean toHead : new boolean[] { false, true }) {
			assertThat(to(toHead, (writer) -> writer.write(head))).isEqualTo(expected);
			assertThat(to(toHead, (writer) -> writer.write(head, content, 0, 7))).isEqualTo(expected);
			assertThat(to(toHead, (writer) -> writer.write(head, Unpooled.copiedBuffer(content)))).isEqualTo(expected);
			assertThat(to(toHead, (writer) -> writer.write(ResponseImage.of(head, new byte[0])))).isEqualTo(expected);
			assertThat(to(toHead, (writer) -> writer.begin(head).write(content, 0, 7))).isEqualTo(expected);
			assertThat(to(toHead, (writer) -> writer.begin(head).write(Unpooled.copiedBuffer(content))))
				.isEqualTo(expected);
		}
		assertThat(to(true, (writer) -> writer.writeWithoutContent(head, 7))).isEqualTo(expected);
		assertThatIllegalArgumentException().isThrownBy(() -> ResponseImage.of(head, content));
	}

	@Test
	void answerToHeadMayHaveALengthWithoutContent() {
		String start = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
		assertThat(to(true, (writer) -> writer.writeWithoutContent(TEXT, 5_000_000_000L)))
			.isEqualTo(start + "Content-Length: 5000000000\r\n" + DATE + "\r\n");
		assertThat(to(true, (writer) -> writer.begin(TEXT).field(X, "b").writeWithoutContent(7)))
			.isEqualTo(start + "X-A: b\r\nContent-Length: 7\r\n" + DATE + "\r\n");
		assertThat(to(true, (writer) -> writer.begin(TEXT).writeWithoutContent(-1))).isEqualTo(start + DATE + "\r\n");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> to(false, (writer) -> writer.writeWithoutContent(TEXT, 7)));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> to(false, (writer) -> writer.begin(TEXT).writeWithoutContent(7)));
	}

	@Test
	void statusOfTheAnswerIsKnown() {
		WrittenResponse written = new WrittenResponse("", true, true, false);
		ResponseWriter writer = written.writer();
		assertThat(writer.status()).isNull();
		assertThat(writer.isHead()).isTrue();
		writer.begin(HttpResponseStatus.NOT_FOUND).write();
		assertThat(writer.status()).isEqualTo(HttpResponseStatus.NOT_FOUND);
		written.next(false);
		assertThat(writer.status()).isNull();
		assertThat(writer.isHead()).isFalse();
		written.take((again) -> again.write(ResponseImage.of(TEXT, new byte[0])));
		assertThat(writer.status()).isEqualTo(HttpResponseStatus.OK);
	}

	private static String to(boolean head, Consumer<ResponseWriter> answer) {
		return WrittenResponse.to(head, answer);
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
