package io.uringboot.arena.contract;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that come back.
 */
public abstract class EchoContract {

	private static final String TYPE = "Content-Type: application/octet-stream";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1024, 10_240, 102_400 })
	void answersABodyWithALength(int size) {
		byte[] body = random(size);
		assertEcho(new ArenaClient(this.port).exchange((out) -> {
			out.write(ArenaClient.head("POST", "/echo", TYPE, "Content-Length: " + size).getBytes(US_ASCII));
			out.write(body);
		}), body);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10_240, 102_400 })
	void answersChunks(int size) {
		byte[] body = random(size);
		assertEcho(new ArenaClient(this.port).exchange((out) -> {
			out.write(ArenaClient.head("POST", "/echo", TYPE, "Transfer-Encoding: chunked").getBytes(US_ASCII));
			for (int sent = 0; sent < size; sent += 1024) {
				out.write("400\r\n".getBytes(US_ASCII));
				out.write(body, sent, 1024);
				out.write("\r\n".getBytes(US_ASCII));
			}
			out.write("0\r\n\r\n".getBytes(US_ASCII));
		}), body);
	}

	@Test
	void requestWithoutABodyIsAnsweredWithNothing() {
		assertEcho(new ArenaClient(this.port).request("POST", "/echo"), new byte[0]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/json", "image/webp" })
	void typeOfTheBodyDoesNotMatter(String type) {
		assertEcho(new ArenaClient(this.port).post("/echo", "{ 1", "Content-Type: " + type), "{ 1".getBytes(US_ASCII));
	}

	private static byte[] random(int size) {
		byte[] body = new byte[size];
		new Random(size).nextBytes(body);
		return body;
	}

	private static void assertEcho(Answer answer, byte[] body) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(body.length));
		assertThat(answer.body()).isEqualTo(body);
	}

}
