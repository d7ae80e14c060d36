package io.uringboot.arena.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sums and the constant answer.
 */
public abstract class BaselineContract {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "/baseline11?a=13&b=42, 55", "/baseline11?b=1&a=2&c=3, 3", "/baseline11?a=-7&b=7, 0",
			"/baseline11?a=007&b=1, 8", "/baseline11?a=2147483647&b=1, 2147483648",
			"/baseline11?a=-2147483648&b=-2147483648, -4294967296", "/baseline2?a=13&b=42, 55",
			"/baseline2?a=2147483647&b=2147483647, 4294967294" })
	void getAnswersTheSumOfItsParameters(String target, String sum) {
		assertPlainText(client().get(target), sum);
	}

	@ParameterizedTest
	@CsvSource({ "20, 75", "-100, -45", "2147483647, 2147483702" })
	void postAddsItsBody(String body, String sum) {
		assertPlainText(client().post("/baseline11?a=13&b=42", body), sum);
	}

	@Test
	void postIgnoresWhiteSpaceAroundTheNumber() {
		assertPlainText(client().post("/baseline11?a=13&b=42", " 20\r\n"), "75");
	}

	@ParameterizedTest
	@CsvSource({ "text/plain", "application/octet-stream", "application/json" })
	void postReadsItsBodyWhateverItsTypeIs(String type) {
		assertPlainText(client().post("/baseline11?a=13&b=42", "20", "Content-Type: " + type), "75");
	}

	@ParameterizedTest
	@CsvSource({ "'2\r\n20\r\n0\r\n\r\n'", "'1\r\n2\r\n1\r\n0\r\n0\r\n\r\n'" })
	void postReadsChunks(String chunks) {
		String head = ArenaClient.head("POST", "/baseline11?a=13&b=42", "Transfer-Encoding: chunked");
		assertPlainText(client().send(head + chunks), "75");
	}

	@Test
	void pipelineAnswersOk() {
		assertPlainText(client().get("/pipeline"), "ok");
	}

	@Test
	void headAnswersTheFieldsOfGetWithoutTheBody() {
		Answer answer = client().request("HEAD", "/baseline11?a=13&b=42");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Length")).isEqualTo("2");
		assertThat(answer.body()).isEmpty();
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

	private static void assertPlainText(Answer answer, String text) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		// Load generators take a body of unknown length for an empty one
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(text.length()));
		assertThat(answer.text()).isEqualTo(text);
	}

}
