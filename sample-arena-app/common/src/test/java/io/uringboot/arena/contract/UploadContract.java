package io.uringboot.arena.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies of any size and type, counted.
 */
public abstract class UploadContract {

	private static final int BLOCK = 64 * 1024;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(ints = { 0, 17, 512_000, 20_971_520 })
	void countsTheBytesOfABodyWithALength(int size) {
		String head = ArenaClient.head("POST", "/upload", "Content-Length: " + size,
				"Content-Type: application/octet-stream");
		assertCounted(new ArenaClient(this.port).exchange((out) -> {
			write(out, head);
			writeBlocks(out, size, false);
		}), size);
	}

	@ParameterizedTest
	@ValueSource(ints = { 48, 20_971_520 })
	void countsTheBytesOfChunks(int size) {
		String head = ArenaClient.head("POST", "/upload", "Transfer-Encoding: chunked");
		assertCounted(new ArenaClient(this.port).exchange((out) -> {
			write(out, head);
			writeBlocks(out, size, true);
			write(out, "0\r\n\r\n");
		}), size);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense" })
	void countsTheBytesOfAnyType(String type) {
		assertCounted(new ArenaClient(this.port).post("/upload", "--x\r\na=1&b=2", "Content-Type: " + type), 12);
	}

	@Test
	void asksForTheBodyThatAClientHoldsBack() throws IOException {
		try (Socket socket = new ArenaClient(this.port).connect()) {
			OutputStream out = socket.getOutputStream();
			write(out, ArenaClient.head("POST", "/upload", "Content-Length: 5", "Expect: 100-continue"));
			byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
			assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
			write(out, "12345");
			String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			String answer = rest.substring(rest.indexOf("\r\n\r\n") + 4);
			assertCounted(Answer.parse(answer.getBytes(StandardCharsets.US_ASCII)), 5);
		}
	}

	@Test
	void staysHealthyAfterABodyThatBreaksOff() throws IOException {
		try (Socket socket = new ArenaClient(this.port).connect()) {
			write(socket.getOutputStream(), ArenaClient.head("POST", "/upload", "Content-Length: 1000") + "12345");
		}
		assertCounted(new ArenaClient(this.port).post("/upload", "12345"), 5);
	}

	private static void assertCounted(Answer answer, int size) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.mediaType()).isEqualTo("text/plain");
		assertThat(answer.text()).isEqualTo(String.valueOf(size));
	}

	private static void writeBlocks(OutputStream out, int size, boolean chunked) throws IOException {
		byte[] block = new byte[BLOCK];
		new Random(size).nextBytes(block);
		for (int sent = 0; sent < size; sent += BLOCK) {
			int length = Math.min(BLOCK, size - sent);
			if (chunked) {
				write(out, Integer.toHexString(length) + "\r\n");
			}
			out.write(block, 0, length);
			if (chunked) {
				write(out, "\r\n");
			}
		}
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
	}

}
