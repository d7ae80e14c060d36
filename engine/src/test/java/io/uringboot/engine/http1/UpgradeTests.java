package io.uringboot.engine.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that ask for another protocol (RFC 9110 §7.8, RFC 6455 §4).
 */
@ParameterizedClass
@EnumSource(Transport.class)
class UpgradeTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String NEXT = "GET /p/now/next" + HOST + "\r\n";

	private static final String WEB_SOCKET = HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
			+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

	private final Transport transport;

	private TestServer server;

	private WireClient client;

	private int sockets;

	UpgradeTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		TestRoutes routes = new TestRoutes();
		this.server = TestServer.start(this.transport,
				(request, response) -> request.uri().startsWith("/ws")
						? response.sendWebsocket((in, out) -> out.sendString(in.receive().asString()))
						: routes.apply(request, response));
		this.sockets = OpenFiles.sockets();
		this.client = this.server.client().timeout(5000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> OpenFiles.sockets() <= this.sockets);
		this.server.close();
	}

	@Test
	void webSocketEchoes() {
		openWebSocket(NEXT);
		for (int i = 0; i < 5; i++) {
			this.client.send(frame(1, "hello " + i));
			assertThat(this.client.read(9)).isEqualTo("\u0081\u0007hello " + i);
		}
		this.client.send(frame(8, "\u0003\u00e8"));
		assertThat(this.client.read(2)).startsWith("\u0088");
		this.client.rest();
	}

	@Test
	void webSocketFramesThatFollowTheRequestAtOnceAreNotLost() {
		this.client.send("GET /ws" + WEB_SOCKET + new String(frame(1, "early"), StandardCharsets.ISO_8859_1));
		assertThat(this.client.response().status()).isEqualTo(101);
		assertThat(this.client.read(7)).isEqualTo("\u0081\u0005early");
	}

	@Test
	void webSocketEndsWhenTheClientGoesWithoutAWord() {
		openWebSocket("");
		this.client.halfClose();
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> OpenFiles.sockets() <= this.sockets + 1);
		this.client.close();
	}

	@Test
	void webSocketEndsWhenTheClientResets() {
		openWebSocket("");
		this.client.reset();
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> OpenFiles.sockets() <= this.sockets);
	}

	@Test
	void requestsBehindARefusedUpgradeAreServedAsStrictlyAsBefore() {
		this.client.send(NEXT + "GET /s/now/1" + WEB_SOCKET + NEXT + "GET /s/now/2" + HOST + "\r\n" + NEXT);
		assertThat(this.client.summaries(5)).containsExactly("200 now next", "200 std 1", "200 now next", "200 std 2",
				"200 now next");
		this.client.send("GET /s/later/3" + WEB_SOCKET + "GET / HTTP/1.1\r\n\r\n" + NEXT);
		assertThat(this.client.summariesToTheEnd()).containsExactly("200 std 3", "400");
	}

	@Test
	void clientThatHalfClosesBehindARefusedUpgradeGetsItsAnswers() {
		this.client.send("GET /s/later/1" + WEB_SOCKET + NEXT).halfClose();
		assertThat(this.client.summariesToTheEnd()).containsExactly("200 std 1", "200 now next");
	}

	/** reactor-netty closes without an answer. */
	@Test
	void malformedHandshakeEndsTheConnection() {
		this.client.send("GET /ws" + HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n" + NEXT);
		this.client.expectEnd();
	}

	@Test
	void otherUpgradesAreIgnored() {
		this.client.send("GET /s/now/1" + HOST + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
				+ "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n" + NEXT);
		assertThat(this.client.summaries(2)).containsExactly("200 std 1", "200 now next");
	}

	@Test
	void refusedConnectLeavesTheConnectionStrict() {
		this.client.send("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n" + NEXT);
		assertThat(this.client.response().status()).isEqualTo(404);
		assertThat(this.client.response().text()).isEqualTo("now next");
	}

	private void openWebSocket(String before) {
		this.client.send(before + "GET /ws" + WEB_SOCKET);
		if (!before.isEmpty()) {
			assertThat(this.client.response().text()).isEqualTo("now next");
		}
		WireResponse response = this.client.response();
		assertThat(response.status()).isEqualTo(101);
		assertThat(response.field("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
	}

	/** A masked frame of RFC 6455 §5.2 with a mask of zeros. */
	private static byte[] frame(int opcode, String payload) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write(0x80 | opcode);
		frame.write(0x80 | payload.length());
		frame.writeBytes(new byte[4]);
		frame.writeBytes(payload.getBytes(StandardCharsets.ISO_8859_1));
		return frame.toByteArray();
	}

}
