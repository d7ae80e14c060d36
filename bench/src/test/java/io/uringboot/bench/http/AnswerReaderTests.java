package io.uringboot.bench.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link AnswerReader}.
 */
class AnswerReaderTests {

	@Test
	void readsContentByItsLengthAndCountsEveryByte() throws IOException {
		String wire = "HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length:  2\r\n\r\n55";
		Answer answer = reader(wire).read();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 ");
		assertThat(answer.fields()).containsExactly(new HeaderField("Content-Type", "text/plain"),
				new HeaderField("Content-Length", "2"));
		assertThat(answer.text()).isEqualTo("55");
		assertThat(answer.wireBytes()).isEqualTo(wire.length());
	}

	@Test
	void readsPipelinedAnswersOneByOne() throws IOException {
		String wire = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
		AnswerReader reader = reader(wire + wire);
		assertThat(reader.read().wireBytes()).isEqualTo(wire.length());
		assertThat(reader.read().wireBytes()).isEqualTo(wire.length());
		assertThatExceptionOfType(EOFException.class).isThrownBy(reader::read)
			.withMessage("connection closed without an answer");
	}

	@Test
	void removesChunkedCodingWithExtensionsAndTrailers() throws IOException {
		String wire = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nT: v\r\n\r\n";
		Answer answer = reader(wire).read();
		assertThat(answer.text()).isEqualTo("abcd");
		assertThat(answer.wireBytes()).isEqualTo(wire.length());
	}

	@Test
	void passesOverInterimAnswers() throws IOException {
		Answer answer = reader("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n").read();
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void readsToTheEndWithoutFraming() throws IOException {
		assertThat(reader("HTTP/1.0 200 OK\r\n\r\nall of it").read().text()).isEqualTo("all of it");
	}

	@Test
	void breaksOffWhenContentIsShort() {
		assertThatIOException().isThrownBy(reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")::read)
			.withMessage("connection closed after 2 of 5 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n",
			"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n" })
	void rejectsWhatIsNotHttp(String wire) {
		assertThatIOException().isThrownBy(reader(wire)::read);
	}

	private static AnswerReader reader(String wire) {
		return new AnswerReader(new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1)));
	}

}
