package io.uringboot.arena.contract;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.uringboot.arena.contract.WebSocketClient.Close;
import io.uringboot.arena.contract.WebSocketClient.Pong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that come back.
 */
public abstract class WebSocketContract {

	private static final String UPGRADE = """
			GET /ws HTTP/1.1\r
			Host: localhost:8080\r
			Upgrade: websocket\r
			Connection: Upgrade\r
			Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
			Sec-WebSocket-Version: 13\r
			\r
			""";

	@LocalServerPort
	private int port;

	@Test
	void upgradeAcceptsTheKey() throws IOException {
		try (Socket socket = new ArenaClient(this.port).connect()) {
			socket.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				int next = socket.getInputStream().read();
				assertThat(next).isNotNegative();
				head.append((char) next);
			}
			Answer answer = Answer.parse(head.toString().getBytes(StandardCharsets.US_ASCII));
			assertThat(answer.status()).isEqualTo(101);
			assertThat(answer.field("Upgrade")).isEqualToIgnoringCase("websocket");
			assertThat(answer.field("Connection")).isEqualToIgnoringCase("upgrade");
			assertThat(answer.field("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
		}
	}

	@Test
	void textComesBackAsTextAndBinaryAsBinary() throws InterruptedException {
		byte[] bytes = new byte[256];
		new Random(1).nextBytes(bytes);
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			assertThat(client.text("HttpArena – ±").next()).isEqualTo("HttpArena – ±");
			assertThat(client.binary(bytes).next()).isEqualTo(bytes);
			assertThat(client.text("").next()).isEqualTo("");
		}
	}

	@Test
	void messagesInFlightComeBackInOrder() throws InterruptedException {
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			for (int i = 0; i < 16; i++) {
				client.text("message " + i);
			}
			for (int i = 0; i < 16; i++) {
				assertThat(client.next()).isEqualTo("message " + i);
			}
		}
	}

	@Test
	void fragmentsAreOneMessage() throws InterruptedException {
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			client.text("one ", false).ping("between").text("message", true);
			assertThat(client.next()).isEqualTo(new Pong("between"));
			assertThat(client.next()).isEqualTo("one message");
		}
	}

	@Test
	void pingIsAnsweredAndPongIsNot() throws InterruptedException {
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			assertThat(client.ping("data").next()).isEqualTo(new Pong("data"));
			assertThat(client.pong("unasked").text("then").next()).isEqualTo("then");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 1001, 4000 })
	void closeIsAnsweredWithItsCode(int code) throws InterruptedException {
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			assertThat(client.close(code, "done").next()).isEqualTo(new Close(code));
		}
	}

	@Test
	void messageAboveTheLimitEndsTheSocket() throws InterruptedException {
		try (WebSocketClient client = new WebSocketClient(this.port)) {
			String largest = "x".repeat(64 * 1024);
			assertThat(client.text(largest).next()).isEqualTo(largest);
			// Tomcat says "message too big", reactor-netty "protocol error"
			assertThat(client.text(largest + "x").next()).isIn(new Close(1009), new Close(1002));
		}
	}

	@Test
	void plainRequestIsRefused() {
		assertThat(new ArenaClient(this.port).get("/ws").status()).isIn(400, 426);
		assertThat(new ArenaClient(this.port).request("POST", "/ws").status()).isBetween(400, 499);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Version: 12", "Sec-WebSocket-Version: 13" })
	void upgradeOfAnotherVersionOrWithoutAKeyIsRefused(String field) throws IOException {
		String request = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
				+ (field.endsWith("12") ? "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" : "") + field + "\r\n\r\n";
		assertThat(new ArenaClient(this.port).send(request).status()).isBetween(400, 499);
	}

}
