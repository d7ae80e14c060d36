package io.uringboot.engine.http1;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ResponseFieldsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final String DATE = "Fri, 06 Nov 2026 08:49:37 GMT";

	private final ResponseFields fields = new ResponseFields(
			new DateField(() -> Instant.parse("2026-11-06T08:49:37Z").toEpochMilli()), "Probe");

	private DisposableServer server;

	@AfterEach
	void stop() {
		if (this.server != null) {
			this.server.disposeNow(TIMEOUT);
		}
	}

	@Test
	void completeAResponseOverHttp1() throws IOException {
		start(HttpProtocol.HTTP11);
		assertThat(exchange("GET /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200 OK\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n")
			.containsOnlyOnce("Server: Probe\r\n");
	}

	@Test
	void keepWhatTheApplicationHasSet() throws IOException {
		start(HttpProtocol.HTTP11);
		String response = exchange("GET /own HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(response.toLowerCase()).containsOnlyOnce("date: ").containsOnlyOnce("server: ");
		assertThat(response).contains("date: then\r\n", "server: Own\r\n");
	}

	@Test
	void completeARefusalOfTheServerItself() throws IOException {
		start(HttpProtocol.HTTP11);
		assertThat(exchange("GET /plain HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n"))
			.startsWith("HTTP/1.1 400 Bad Request\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n")
			.containsOnlyOnce("Server: Probe\r\n");
		assertThat(exchange("GET /plain HTTP/1.1\r\nHost: localhost\r\nLong: " + "x".repeat(9000) + "\r\n\r\n"))
			.startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n");
		assertThat(exchange("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
			.startsWith("HTTP/1.1 414 Request-URI Too Long\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n");
	}

	@Test
	void leaveInterimResponsesAlone() throws IOException {
		start(HttpProtocol.HTTP11);
		String response = exchange("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
				+ "Expect: 100-continue\r\nConnection: close\r\n\r\nok");
		assertThat(response).startsWith("HTTP/1.1 100 Continue\r\n").containsOnlyOnce("Date: ").contains("ok");
		assertThat(response.substring(response.indexOf("HTTP/1.1 200"))).contains("Date: " + DATE + "\r\n");
	}

	@Test
	void completeTheRefusalOfAnUpgradeRequest() throws IOException {
		start(HttpProtocol.HTTP11, HttpProtocol.H2C);
		assertThat(exchange("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
				+ "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 2\r\n\r\nok"))
			.startsWith("HTTP/1.1 413 Request Entity Too Large\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n")
			.containsOnlyOnce("Server: Probe\r\n");
	}

	@Test
	void completeHttp1OnAPortThatOffersHttp2() throws IOException {
		start(HttpProtocol.HTTP11, HttpProtocol.H2C);
		assertThat(exchange("GET /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200 OK\r\n")
			.containsOnlyOnce("Date: " + DATE + "\r\n")
			.containsOnlyOnce("Server: Probe\r\n");
	}

	@Test
	void completeAResponseAfterTheUpgradeToHttp2() {
		start(HttpProtocol.HTTP11, HttpProtocol.H2C);
		assertStreamsAreComplete(HttpClient.create().protocol(HttpProtocol.HTTP11, HttpProtocol.H2C));
	}

	@Test
	void completeAResponseOverHttp2WithPriorKnowledge() {
		start(HttpProtocol.HTTP11, HttpProtocol.H2C);
		assertStreamsAreComplete(HttpClient.create().protocol(HttpProtocol.H2C));
	}

	@Test
	void completeAResponseWhereOnlyHttp2IsSpoken() {
		start(HttpProtocol.H2C);
		assertStreamsAreComplete(HttpClient.create().protocol(HttpProtocol.H2C));
	}

	@Test
	void completeARefusalOfTheServerItselfOverHttp2() {
		start(HttpProtocol.H2C);
		HttpHeaders headers = HttpClient.create()
			.protocol(HttpProtocol.H2C)
			.host("127.0.0.1")
			.port(this.server.port())
			.headers((request) -> request.set("Host", "localhost:no-port"))
			.get()
			.uri("/plain")
			.responseSingle((response, body) -> {
				assertThat(response.status().code()).isEqualTo(400);
				return Mono.just(response.responseHeaders());
			})
			.block(TIMEOUT);
		assertThat(headers.getAll("date")).isEqualTo(List.of(DATE));
		assertThat(headers.getAll("server")).isEqualTo(List.of("Probe"));
	}

	@Test
	void leaveTheServerFieldOutWhenThereIsNone() throws IOException {
		this.server = server(new ResponseFields(null), HttpProtocol.HTTP11);
		assertThat(exchange("GET /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).contains("Date: ")
			.doesNotContain("Server: ");
	}

	@Test
	void letAWebSocketPass() {
		start(HttpProtocol.HTTP11);
		String echo = HttpClient.create()
			.host("127.0.0.1")
			.port(this.server.port())
			.websocket()
			.uri("/socket")
			.handle((in, out) -> out.sendString(Mono.just("ping")).then().thenMany(in.receive().asString().take(1)))
			.blockFirst(TIMEOUT);
		assertThat(echo).isEqualTo("ping");
	}

	@Test
	void refuseAValueThatWouldBreakTheHeaderSection() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ResponseFields("Probe\r\nInjected: 1"));
	}

	private void assertStreamsAreComplete(HttpClient client) {
		HttpHeaders first = get(client, "/plain");
		assertThat(first.getAll("date")).isEqualTo(List.of(DATE));
		assertThat(first.getAll("server")).isEqualTo(List.of("Probe"));
		HttpHeaders own = get(client, "/own");
		assertThat(own.getAll("date")).isEqualTo(List.of("then"));
		assertThat(own.getAll("server")).isEqualTo(List.of("Own"));
	}

	private HttpHeaders get(HttpClient client, String path) {
		return client.host("127.0.0.1")
			.port(this.server.port())
			.get()
			.uri(path)
			.responseSingle((response, body) -> body.asString().map((text) -> {
				assertThat(text).isEqualTo("ok");
				return response.responseHeaders();
			}))
			.block(TIMEOUT);
	}

	private String exchange(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.server.port())) {
			socket.setSoTimeout((int) TIMEOUT.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	private void start(HttpProtocol... protocols) {
		this.server = server(this.fields, protocols);
	}

	private static DisposableServer server(ResponseFields fields, HttpProtocol... protocols) {
		HttpServer server = HttpServer.create().host("127.0.0.1").port(0).protocol(protocols).route((routes) -> {
			routes.get("/plain", (request, response) -> response.sendString(Mono.just("ok")));
			routes.get("/own", (request,
					response) -> response.header("date", "then").header("server", "Own").sendString(Mono.just("ok")));
			routes.ws("/socket", (in, out) -> out.send(in.receive().retain()));
			routes.post("/echo",
					(request, response) -> request.receive()
						.aggregate()
						.asString()
						.flatMap((body) -> response.sendString(Mono.just(body)).then()));
		});
		return fields.apply(server).bindNow(TIMEOUT);
	}

}
