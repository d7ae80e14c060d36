package io.uringboot.arena.contract;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Requests that arrive in pieces.
 */
public abstract class FragmentedRequestContract {

	private static final Duration PAUSE = Duration.ofMillis(100);

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@MethodSource
	void fragmentsMakeARequest(String sum, List<String> fragments) {
		Answer answer = new ArenaClient(this.port).send(fragments.toArray(String[]::new));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo(sum);
	}

	static Stream<Arguments> fragmentsMakeARequest() {
		String post = "POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
				+ "Content-Length: 2\r\nConnection: close\r\n\r\n";
		String lowerCasePost = "POST /baseline11?a=13&b=42 HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\n"
				+ "content-length: 2\r\nconnection: close\r\n\r\n";
		return Stream.of(
				arguments("55",
						List.of("GET /baseli", "ne11?a=13&b=42 HTTP/1.1\r\n",
								"Host: localhost\r\nConnection: close\r\n\r\n")),
				arguments("55",
						List.of("GET /baseline11?a=13&b=42 HTTP/1.1\r\n", "Host: localhost\r\n",
								"User-Agent: fragments/1.0\r\n", "Connection: close\r\n\r\n")),
				arguments("75", List.of(post, "20")), arguments("75", List.of(post, "2", "0")),
				arguments("75", List.of(lowerCasePost, "20")));
	}

	@Test
	void everySplitOfEveryRequestIsAnsweredAlike() throws IOException {
		for (Shape shape : Shape.values()) {
			List<Socket> sockets = new ArrayList<>();
			for (int offset = 1; offset < shape.request.length(); offset++) {
				Socket socket = new ArenaClient(this.port).connect();
				socket.getOutputStream().write(bytes(shape.request.substring(0, offset)));
				sockets.add(socket);
			}
			LockSupport.parkNanos(PAUSE.toNanos());
			for (int offset = 1; offset < shape.request.length(); offset++) {
				sockets.get(offset - 1).getOutputStream().write(bytes(shape.request.substring(offset)));
			}
			for (int offset = 1; offset < shape.request.length(); offset++) {
				try (Socket socket = sockets.get(offset - 1)) {
					Answer answer = Answer.parse(socket.getInputStream().readAllBytes());
					assertThat(answer.status()).as("%s split at %d", shape, offset).isEqualTo(200);
					assertThat(answer.text()).as("%s split at %d", shape, offset).isEqualTo(shape.sum);
				}
			}
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private enum Shape {

		GET("GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "55"),

		GET_OF_A_BROWSER("GET /baseline11?a=731&b=219 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: splits/1.0\r\n"
				+ "Accept: */*\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n", "950"),

		GET_IN_LOWER_CASE("GET /baseline11?a=13&b=42 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n", "55"),

		POST_WITH_LENGTH("POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
				+ "Connection: close\r\n\r\n20", "75"),

		POST_IN_LOWER_CASE("POST /baseline11?a=503&b=111 HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\n"
				+ "connection: close\r\n\r\n386", "1000"),

		POST_OF_ONE_CHUNK("POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
				+ "Connection: close\r\n\r\n2\r\n20\r\n0\r\n\r\n", "75"),

		POST_OF_TWO_CHUNKS("POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
				+ "Connection: close\r\n\r\n1\r\n2\r\n1\r\n0\r\n0\r\n\r\n", "75");

		private final String request;

		private final String sum;

		Shape(String request, String sum) {
			this.request = request;
			this.sum = sum;
		}

	}

}
