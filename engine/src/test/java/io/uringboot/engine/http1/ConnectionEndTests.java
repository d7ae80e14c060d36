package io.uringboot.engine.http1;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.engine.testkit.BusyLoops;
import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How connections end: so that the client can read the last answer (RFC 9112 §9.6), and
 * so that nothing of them stays.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class ConnectionEndTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String NEXT = "GET /p/now/next" + HOST + "\r\n";

	private final Transport transport;

	private TestServer server;

	private WireClient client;

	private int sockets;

	ConnectionEndTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		this.server = TestServer.start(this.transport);
		this.sockets = OpenFiles.sockets();
		this.client = this.server.client().timeout(10_000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> OpenFiles.sockets() <= this.sockets);
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
			"POST /s/collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
			"POST /p/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloxyz" })
	void clientThatGoesOnSendingReadsTheRefusal(String refused) {
		this.client.send(refused);
		String more = TestRoutes.text(10_000);
		for (int i = 0; i < 50; i++) {
			this.client.send(more);
		}
		WireResponse refusal = this.client.response();
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void clientThatGoesOnSendingForeverIsCutOff() {
		this.client.send("nonsense\r\n\r\n");
		byte[] more = TestRoutes.bytes(100_000);
		boolean cutOff = false;
		for (int i = 0; i < 1000 && !cutOff; i++) {
			try {
				this.client.send(more);
			}
			catch (UncheckedIOException ex) {
				cutOff = true;
			}
		}
		assertThat(cutOff).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/p/now/1", "/s/now/1", "/p/later/1", "/s/later/1" })
	void nothingBehindTheLastRequestIsAnswered(String path) {
		this.client.send("GET " + path + HOST + "Connection: close\r\n\r\n" + NEXT.repeat(100));
		assertThat(this.client.summariesToTheEnd()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n",
			"POST /s/collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n" })
	void nothingBehindARefusedRequestIsAnswered(String refused) {
		this.client.send(NEXT + refused + NEXT);
		this.client.send(NEXT);
		List<String> answers = this.client.summariesToTheEnd();
		assertThat(answers).containsExactly("200 now next", "400");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GET /p/no", "GET /p/never" + HOST + "\r\n", "GET /s/never" + HOST + "\r\n",
			"POST /p/echo" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
			"POST /s/ignore/1" + HOST + "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n",
			"GET /s/stream/100000" + HOST + "\r\n", "GET /s/bytes/3000000" + HOST + "\r\n",
			"GET /p/bytes/3000000" + HOST + "\r\n", "nonsense\r\n\r\n" })
	void nothingStaysOfAConnectionThatTheClientResets(String sent) {
		for (int i = 0; i < 5; i++) {
			try (WireClient resetting = this.server.client()) {
				resetting.send(NEXT + sent);
				assertThat(resetting.response().status()).isEqualTo(200);
				resetting.reset();
			}
		}
		this.client.send(NEXT);
		assertThat(this.client.response().status()).isEqualTo(200);
		this.client.close();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> OpenFiles.sockets() <= this.sockets);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /p/no", "GET /p/never" + HOST + "\r\n", "GET /s/never" + HOST + "\r\n",
			"POST /p/echo" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel", "nonsense\r\n\r\n",
			"GET /p/bytes/3000000" + HOST + "\r\n" })
	void nothingStaysOfAConnectionWhoseResetComesTogetherWithData(String sent) {
		List<WireClient> resetting = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			WireClient used = this.server.client().send(NEXT);
			assertThat(used.response().status()).isEqualTo(200);
			resetting.add(used);
		}
		BusyLoops.during(TestServer.loops(this.transport).onServer(true), () -> {
			for (int i = 0; i < 5; i++) {
				resetting.add(this.server.client()); // not even accepted before the reset
			}
			resetting.forEach((each) -> each.send(sent).reset());
		});
		this.client.close();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> OpenFiles.sockets() <= this.sockets);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GET /p/no", "POST /p/echo" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Content-Length: 10\r\n\r\nhel" })
	void connectionWithoutAWholeRequestEndsWhenTheClientHalfCloses(String sent) {
		this.client.send(sent).halfClose();
		assertThat(this.client.hasEnded()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /p/no", "POST /p/echo" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/collect" + HOST + "Content-Length: 10\r\n\r\nhel",
			"POST /s/ignore/1" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel" })
	void requestThatStaysIncompleteBehindAnUnfinishedAnswerEndsTheConnection(String incomplete) {
		this.client.send("GET /s/ignore-later/1" + HOST + "\r\n" + incomplete).halfClose();
		assertThat(this.client.response().text()).isEqualTo("ignored 1");
		this.client.rest();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/s/close/1", "/s/ignore/1" })
	void clientThatStillSendsItsContentReadsTheAnswerThatEndsTheConnection(String path) {
		this.client.send("POST " + path + HOST + "Connection: close\r\nContent-Length: 500000\r\n\r\n");
		for (int i = 0; i < 50; i++) {
			this.client.send(TestRoutes.text(10_000));
		}
		assertThat(this.client.response().status()).isEqualTo(200);
		this.client.expectEnd();
	}

	@Test
	void largeAnswersArriveAfterTheClientHasHalfClosed() {
		try (WireClient slow = WireClient.open(this.server.port(), 8192)) {
			slow.send("GET /s/bytes/2000000" + HOST + "\r\nGET /p/bytes/2000000" + HOST + "\r\n").halfClose();
			assertThat(slow.response().text()).isEqualTo(TestRoutes.text(2_000_000));
			assertThat(slow.response().text()).isEqualTo(TestRoutes.text(2_000_000));
			slow.expectEnd();
		}
	}

}
