package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AttributeKey;
import io.uringboot.engine.http1.DeferredResponse;
import io.uringboot.engine.http1.Http1Server;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.testkit.RawConnection;
import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests over the wire to a reactor-netty server with a fast path; its standard path
 * answers with what it received.
 */
@ParameterizedClass
@EnumSource(value = Transport.class, names = { "IO_URING", "NIO" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FastPathServerTests {

	private static final int MAX_CONTENT_LENGTH = 20;

	private static final AttributeKey<String> ATTACHMENT = AttributeKey.valueOf("attachment");

	private static final byte[] A = "a".getBytes(StandardCharsets.US_ASCII);

	private static final ResponseHead TEXT = ResponseHead.of(HttpResponseStatus.OK).with("Content-Type", "text/plain");

	private static final PreEncodedResponse PRE_ENCODED = PreEncodedResponse.ok()
		.field("Content-Type", "text/plain")
		.field("ETag", "\"v1\"")
		.content("ok".getBytes(StandardCharsets.US_ASCII))
		.build();

	private static final byte[] LARGE = "0123456789".repeat(30_000).getBytes(StandardCharsets.US_ASCII);

	private final BlockingQueue<DeferredResponse> deferred = new LinkedBlockingQueue<>();

	private final FastPath fastPath = FastPath.of(FastPathRoutes.builder()
		.route(HttpMethod.GET, "/sum", 0, FastPathServerTests::sum)
		.route(HttpMethod.POST, "/sum", MAX_CONTENT_LENGTH, FastPathServerTests::sum)
		.route(HttpMethod.GET, "/items/{id}/{part}", 0,
				(exchange) -> write(exchange, exchange.pathVariable(0) + " " + exchange.pathVariable(1)))
		.route(HttpMethod.GET, "/items/new/{part}", 0, (exchange) -> false)
		.route(HttpMethod.GET, "/later", 0, (exchange) -> this.deferred.add(exchange.response().defer()))
		.route(HttpMethod.GET, "/fails", 0, (exchange) -> {
			throw new IllegalStateException("expected");
		})
		.route(HttpMethod.GET, "/fails-late", 0, (exchange) -> {
			write(exchange, "written");
			throw new IllegalStateException("expected");
		})
		.route(HttpMethod.GET, "/attaches", 0, (exchange) -> {
			exchange.channel().attr(ATTACHMENT).set("attached: ");
			return false;
		})
		.route(HttpMethod.GET, "/forgets", 0, (exchange) -> true)
		.getAndHead("/pre-encoded", PRE_ENCODED)
		.getAndHead("/large", PreEncodedResponse.ok().content(LARGE).build())
		.build());

	@Parameter
	Transport transport;

	private EventLoops loops;

	private DisposableServer server;

	@BeforeParameterizedClassInvocation
	void start() {
		this.loops = EventLoops.create(this.transport, EventLoopSettings.defaults().withThreads(1));
		this.server = Http1Server.create()
			.inPlace(this.fastPath)
			.apply(HttpServer.create().host("127.0.0.1").port(0))
			.route((routes) -> routes.get("/standard/pre-encoded", PRE_ENCODED)
				.head("/standard/pre-encoded", PRE_ENCODED)
				.post("/standard/pre-encoded", PRE_ENCODED)
				.route((request) -> !request.fullPath().startsWith("/missing"), FastPathServerTests::echo))
			.runOn(this.loops)
			.bindNow();
	}

	@AfterParameterizedClassInvocation
	void stop() {
		this.server.disposeNow(Duration.ofSeconds(10));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block(Duration.ofSeconds(20));
	}

	@Test
	void answersLiteralAndVariableRoutes() {
		assertThat(exchange(get("/sum?a=40&a=2"), get("/items/7/name?x"), closing("/items/x/y")))
			.isEqualTo(text("42", "") + text("7 name", "") + text("x y", "connection: close\r\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/items/7", "/sum/", "/sum?a=1%", "/items/%41/b", "/items/new/x", "/sum?a=one" })
	void leavesWhatItCannotAnswerToTheStandardPath(String target) {
		assertThat(exchange(closing(target))).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nGET " + target + " ");
	}

	@Test
	void whatNobodyKnowsIsNotFoundByTheStandardPath() {
		assertThat(exchange(get("/sum?a=1"), closing("/missing"))).startsWith(text("1", ""))
			.contains("HTTP/1.1 404 Not Found\r\n");
	}

	@ParameterizedTest
	@CsvSource({ "2,HTTP/1.1 200 OK", "-2147483648,HTTP/1.1 200 OK", "00000000000000000002,standard",
			"000000000000000000002,standard", "many,standard" })
	void takesContentWithALengthAndChunked(String content, String outcome) {
		String length = "POST /sum?a=1 HTTP/1.1\r\nHost: a\r\nContent-Length: " + content.length() + "\r\n\r\n"
				+ content;
		String chunked = "POST /sum?a=1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\n"
				+ content.charAt(0) + "\r\n"
				+ ((content.length() > 1)
						? Integer.toHexString(content.length() - 1) + "\r\n" + content.substring(1) + "\r\n" : "")
				+ "0\r\n\r\n";
		String answers = exchange(length, chunked, length, closing("/sum?a=5"));
		if (outcome.equals("standard")) {
			assertThat(answers.split("POST /sum\\?a=1 " + content, -1)).hasSize(4);
		}
		else {
			String sum = text(Long.toString(1 + Long.parseLong(content)), "");
			assertThat(answers).startsWith(sum + sum + sum);
		}
		assertThat(answers).endsWith(text("5", "connection: close\r\n"));
	}

	@Test
	void takesARequestThatComesInPieces() throws InterruptedException {
		String request = "POST /sum?a=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n123" + closing("/sum?a=7");
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			for (int i = 0; i < request.length(); i++) {
				connection.send(request.substring(i, i + 1));
			}
			assertThat(withoutDate(connection.readToEnd()))
				.isEqualTo(text("124", "") + text("7", "connection: close\r\n"));
		}
	}

	@Test
	void keepsTheOrderOfMixedAnswers() {
		StringBuilder requests = new StringBuilder();
		StringBuilder bodies = new StringBuilder();
		for (int i = 0; i < 200; i++) {
			requests.append(switch (i % 4) {
				case 0 -> get("/sum?a=" + i);
				case 1 -> get("/standard?n=" + i);
				case 2 -> "POST /sum?a=x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n" + (100 + i);
				default -> get("/items/" + i + "/x");
			});
			bodies.append(switch (i % 4) {
				case 0 -> i + ";";
				case 1 -> "GET /standard?n=" + i + " ;";
				case 2 -> "POST /sum?a=x " + (100 + i) + ";";
				default -> i + " x;";
			});
		}
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			connection.send(requests.toString());
			StringBuilder received = new StringBuilder();
			for (int i = 0; i < 200; i++) {
				received.append(connection.readResponse().body()).append(';');
			}
			assertThat(received).hasToString(bodies.toString());
		}
	}

	@Test
	void deferredAnswersKeepTheirPlace() throws InterruptedException {
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			connection
				.send(get("/sum?a=1") + get("/later") + get("/standard") + get("/later") + closing("/pre-encoded"));
			assertThat(connection.readResponse().body()).isEqualTo("1");
			completeDeferred("second");
			assertThat(connection.readResponse().body()).isEqualTo("second");
			assertThat(connection.readResponse().body()).isEqualTo("GET /standard ");
			DeferredResponse last = completeDeferred("fourth");
			assertThat(last.complete((writer) -> writer.write(TEXT))).isFalse();
			assertThat(withoutDate(connection.readToEnd()))
				.isEqualTo(text("fourth", "") + preEncoded("Content-Length: 2\r\nconnection: close\r\n") + "ok");
		}
	}

	private DeferredResponse completeDeferred(String body) throws InterruptedException {
		DeferredResponse response = this.deferred.poll(10, TimeUnit.SECONDS);
		assertThat(response).isNotNull();
		assertThat(this.deferred).as("requests behind the open answer").isEmpty();
		byte[] content = body.getBytes(StandardCharsets.US_ASCII);
		assertThat(response.complete((writer) -> writer.write(TEXT, content, 0, content.length))).isTrue();
		return response;
	}

	@Test
	void aFailingHandlerEndsTheConnectionWithStatus500() {
		Logger codecLogger = (Logger) LoggerFactory.getLogger("io.uringboot.engine.http1.InPlaceAnswers");
		codecLogger.setLevel(Level.OFF);
		assertThat(exchange(get("/sum?a=1"), get("/fails"), get("/sum?a=2"))).isEqualTo(text("1", "")
				+ "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nconnection: close\r\nDate: -\r\n\r\n");
		assertThat(exchange(get("/forgets"), get("/sum?a=2"))).startsWith("HTTP/1.1 500 ").endsWith("Date: -\r\n\r\n");
		assertThat(exchange(get("/fails-late"), get("/sum?a=2"))).isEqualTo(text("written", ""));
		codecLogger.setLevel(null);
	}

	@Test
	void answersPreEncodedForEveryWayTheConnectionGoesOn() {
		assertThat(exchange(get("/pre-encoded"), head("/pre-encoded", ""), closing("/pre-encoded")))
			.isEqualTo(preEncoded("Content-Length: 2\r\n") + "ok" + preEncoded("Content-Length: 2\r\n")
					+ preEncoded("Content-Length: 2\r\nconnection: close\r\n") + "ok");
		assertThat(exchange("GET /pre-encoded HTTP/1.0\r\n\r\n"))
			.isEqualTo(preEncoded("Content-Length: 2\r\nconnection: close\r\n") + "ok");
		assertThat(exchange("GET /pre-encoded HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
				"HEAD /pre-encoded HTTP/1.0\r\n\r\n"))
			.isEqualTo(preEncoded("Content-Length: 2\r\nconnection: keep-alive\r\n") + "ok"
					+ preEncoded("Content-Length: 2\r\nconnection: close\r\n"));
	}

	@Test
	void answersConditionalRequestsPreEncoded() {
		String notModified = "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n";
		assertThat(exchange("GET /pre-encoded HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"v1\"\r\n\r\n",
				head("/pre-encoded", "If-None-Match: *\r\nConnection: close\r\n")))
			.isEqualTo(notModified + "Date: -\r\n\r\n" + notModified + "connection: close\r\nDate: -\r\n\r\n");
	}

	@Test
	void sendsALargePreEncodedContentWhole() {
		String answers = exchange(get("/large"), head("/large", ""), get("/large"), closing("/sum?a=1"));
		String head = "HTTP/1.1 200 OK\r\nContent-Length: " + LARGE.length + "\r\nDate: -\r\n\r\n";
		String content = new String(LARGE, StandardCharsets.US_ASCII);
		assertThat(answers).isEqualTo(head + content + head + head + content + text("1", "connection: close\r\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD" })
	void aPreEncodedResponseIsTheSameOnTheStandardPath(String method) {
		for (String fields : new String[] { "", "If-None-Match: \"v1\"\r\n", "If-Match: \"v0\"\r\n" }) {
			for (String ending : new String[] { "1.1\r\nHost: a\r\n", "1.1\r\nHost: a\r\nConnection: close\r\n",
					"1.0\r\n" }) {
				String rest = " HTTP/" + ending + fields + "\r\n";
				String inPlace = exchange(method + " /pre-encoded" + rest, closing("/sum"));
				String standard = exchange(method + " /standard/pre-encoded" + rest, closing("/sum"));
				assertThat(standard).as(rest).isEqualTo(inPlace.replaceFirst("Date: -\r\n", ""));
			}
		}
	}

	@Test
	void aPreEncodedResponseAllowsNoOtherMethodOnTheStandardPath() {
		assertThat(exchange("POST /standard/pre-encoded HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\ncontent-length: 0\r\n");
	}

	@Test
	void aHandlerThatDeclinesCanLeaveAnAttributeForTheStandardPath() {
		assertThat(exchange(get("/sum?a=1"), closing("/attaches"))).contains("\r\n\r\nattached: GET /attaches ");
	}

	@Test
	void replacedRoutesHoldForOpenConnections() {
		FastPathRoutes routes = this.fastPath.routes();
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			assertThat(connection.get("/sum?a=1").body()).isEqualTo("1");
			this.fastPath.replaceRoutes(FastPathRoutes.none());
			assertThat(connection.get("/sum?a=1").body()).isEqualTo("GET /sum?a=1 ");
			this.fastPath.replaceRoutes(routes);
			assertThat(connection.get("/sum?a=1").body()).isEqualTo("1");
		}
		finally {
			this.fastPath.replaceRoutes(routes);
		}
	}

	private static boolean sum(FastPathExchange exchange) {
		QueryParameters query = exchange.query();
		long sum = 0;
		for (int i = query.indexOf(A, 0); i >= 0; i = query.indexOf(A, i + 1)) {
			long value = query.intValue(i);
			if (value == FastPathExchange.NOT_PLAIN) {
				return false;
			}
			sum += value;
		}
		if (exchange.contentLength() > 0) {
			long value = exchange.contentAsInt();
			if (value == FastPathExchange.NOT_PLAIN) {
				return false;
			}
			sum += value;
		}
		return write(exchange, Long.toString(sum));
	}

	private static boolean write(FastPathExchange exchange, String text) {
		byte[] content = text.getBytes(StandardCharsets.UTF_8);
		exchange.response().write(TEXT, content, 0, content.length);
		return true;
	}

	private static Mono<Void> echo(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			String text = attachment(request) + request.method() + " " + request.uri() + " " + body;
			return response.header("Content-Length", Integer.toString(text.length()))
				.sendString(Mono.just(text))
				.then();
		});
	}

	private static String attachment(HttpServerRequest request) {
		String[] text = { "" };
		request.withConnection((connection) -> {
			String attachment = connection.channel().attr(ATTACHMENT).getAndSet(null);
			text[0] = (attachment != null) ? attachment : "";
		});
		return text[0];
	}

	private static String get(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
	}

	private static String head(String target, String fieldLines) {
		return "HEAD " + target + " HTTP/1.1\r\nHost: a\r\n" + fieldLines + "\r\n";
	}

	private static String closing(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	}

	private static String text(String content, String connectionLine) {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + content.length() + "\r\n"
				+ connectionLine + "Date: -\r\n\r\n" + content;
	}

	private static String preEncoded(String lines) {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: \"v1\"\r\n" + lines + "Date: -\r\n\r\n";
	}

	/** Sends all requests at once and reads until the server closes. */
	private String exchange(String... requests) {
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			return withoutDate(connection.send(String.join("", requests)).readToEnd());
		}
	}

	private static String withoutDate(String answers) {
		return answers.replaceAll("\r\nDate: [A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT\r\n",
				"\r\nDate: -\r\n");
	}

}
