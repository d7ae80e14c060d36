package io.uringboot.bench.validate;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientHello}.
 */
class ClientHelloTests {

	@Test
	void lengthsOfTheHelloFitTogether() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<byte[]> hello = CompletableFuture.supplyAsync(() -> accept(server, 21));
			assertThat(ClientHello.MODERN.fault(server.getLocalPort())).isNull();
			byte[] record = hello.get();
			assertThat(record[0]).isEqualTo((byte) 22);
			assertThat(number(record, 3, 2)).isEqualTo(record.length - 5);
			assertThat(number(record, 6, 3)).isEqualTo(record.length - 9);
		}
	}

	@Test
	void answerThatGoesOnIsAFault() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<byte[]> hello = CompletableFuture.supplyAsync(() -> accept(server, 22));
			assertThat(ClientHello.OUTDATED.get(0).fault(server.getLocalPort())).isEqualTo("the server goes along");
			hello.get();
		}
	}

	private static byte[] accept(ServerSocket server, int answer) {
		try (Socket socket = server.accept()) {
			InputStream in = socket.getInputStream();
			byte[] head = in.readNBytes(5);
			byte[] body = in.readNBytes(number(head, 3, 2));
			socket.getOutputStream().write(answer);
			byte[] record = new byte[5 + body.length];
			System.arraycopy(head, 0, record, 0, 5);
			System.arraycopy(body, 0, record, 5, body.length);
			return record;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int number(byte[] bytes, int offset, int length) {
		int number = 0;
		for (int i = 0; i < length; i++) {
			number = number << 8 | bytes[offset + i] & 0xff;
		}
		return number;
	}

}
