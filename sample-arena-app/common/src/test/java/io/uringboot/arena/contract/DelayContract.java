package io.uringboot.arena.contract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Answers after a time.
 */
public abstract class DelayContract {

	private static final int WAITING = 500;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 37, 250 })
	void answersTheDelayWhenItIsOver(int delay) {
		long sent = System.nanoTime();
		Answer answer = new ArenaClient(this.port).get("/delay/" + delay);
		assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(delay));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(answer.text().length()));
		assertThat(answer.text()).isEqualTo(String.valueOf(delay));
	}

	@Test
	void leadingZerosDoNotMatter() {
		assertThat(new ArenaClient(this.port).get("/delay/007").text()).isEqualTo("7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/delay/-1", "/delay/x", "/delay/1.5", "/delay/2147483648" })
	void whatIsNoDelayIsABadRequest(String target) {
		assertThat(new ArenaClient(this.port).get(target).status()).isEqualTo(400);
	}

	/** Whether the twin waits without a thread on this JDK. */
	protected boolean waitsWithoutThreads() {
		return true;
	}

	@Test
	void waitingRequestsHaveNoThreadEach() throws IOException {
		assumeTrue(waitsWithoutThreads(), "virtual threads need JDK 21");
		int threads = threads();
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < WAITING; i++) {
				Socket socket = new ArenaClient(this.port).connect();
				sockets.add(socket);
				String request = ArenaClient.head("GET", "/delay/" + (1500 + i));
				socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			}
			// The first is answered while the others wait
			assertThat(answer(sockets.get(0))).isEqualTo("1500");
			assertThat(threads()).isLessThan(threads + WAITING / 5);
			for (int i = 1; i < WAITING; i++) {
				assertThat(answer(sockets.get(i))).isEqualTo(String.valueOf(1500 + i));
			}
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	private static String answer(Socket socket) throws IOException {
		return Answer.parse(socket.getInputStream().readAllBytes()).text();
	}

	private static int threads() {
		return ManagementFactory.getThreadMXBean().getThreadCount();
	}

}
