package io.uringboot.bench.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link WebSocketConnection}.
 */
class WebSocketConnectionTests {

	@Test
	void answerWithoutTheKeysHashIsRefused() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(server,
					"HTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n"));
			assertThatIOException().isThrownBy(() -> open(server))
				.withMessageContaining("Sec-WebSocket-Accept x instead of ");
			answering.get();
		}
	}

	@Test
	void refusalIsToldByItsStatus() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> answering = CompletableFuture
				.runAsync(() -> answer(server, "HTTP/1.1 426 \r\nContent-Length: 0\r\n\r\n"));
			assertThatIOException().isThrownBy(() -> open(server)).withMessage("status 426 instead of 101");
			answering.get();
		}
	}

	@Test
	void closeCodeIsInTheFirstTwoBytes() {
		assertThat(new WebSocketFrame(true, WebSocketFrame.CLOSE, new byte[] { 3, (byte) 0xe8, 'x' }).closeCode())
			.isEqualTo(1000);
		assertThat(new WebSocketFrame(true, WebSocketFrame.CLOSE, new byte[0]).closeCode()).isEqualTo(1005);
	}

	private static WebSocketConnection open(ServerSocket server) throws IOException {
		return WebSocketConnection.open(server.getLocalPort(), Duration.ofSeconds(10), new Random(1));
	}

	private static void answer(ServerSocket server, String answer) {
		try (Socket socket = server.accept()) {
			InputStream in = socket.getInputStream();
			StringBuilder request = new StringBuilder();
			while (request.indexOf("\r\n\r\n") < 0) {
				request.append((char) in.read());
			}
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
