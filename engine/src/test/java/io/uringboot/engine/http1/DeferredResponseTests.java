package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that are left for later: given, handed to the standard path, or not needed any
 * more. The standard path answers with all that it knows of the request.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class DeferredResponseTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final AttributeKey<String> ATTACHED = AttributeKey.valueOf("attached");

	private static final ResponseHead OK = ResponseHead.of(HttpResponseStatus.OK);

	private static final Consumer<Channel> NOTHING = (channel) -> {
	};

	private final Transport transport;

	private final BlockingQueue<DeferredResponse> deferred = new LinkedBlockingQueue<>();

	private volatile Consumer<DeferredResponse> onDeferral = this.deferred::add;

	private volatile @Nullable Channel channel;

	private TestServer server;

	private WireClient client;

	DeferredResponseTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		this.server = start((server) -> server);
		this.client = this.server.client().timeout(10_000);
	}

	private TestServer start(UnaryOperator<HttpServer> server) {
		return TestServer.start(this.transport, (codec) -> codec.inPlace(Deferring::new), server,
				DeferredResponseTests::describe);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	static List<String> requests() {
		String content = TestRoutes.text(3000);
		String fields = "A: b\r\na:  c \r\nX: \u00e4\r\n";
		StringBuilder chunks = new StringBuilder();
		for (int i = 0; i < 3000; i += 100) {
			chunks.append("64;ext=1\r\n").append(content, i, i + 100).append("\r\n");
		}
		return List.of("GET /?/later/x%20y?q=1&r" + HOST + fields + "\r\n",
				"DELETE /?/later" + HOST + "Content-Length: 0\r\n\r\n",
				"POST /?/later" + HOST + "Content-Length: 3000\r\n\r\n" + content,
				"POST /?/later" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
				"PUT /?/later" + HOST + "transfer-encoding: chunked\r\nTrailer: T\r\n\r\n" + chunks
						+ "0\r\nT: u\r\nT: v\r\n\r\n",
				"\r\nGET /?/later HTTP/1.0\r\n\r\n", "GET /?/later HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
				"POST /?/later HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello",
				"GET /?/later" + HOST + "Connection: close\r\n\r\n");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void requestPassedOnIsAnsweredAsIfItHadNeverBeenElsewhere(String request) throws InterruptedException {
		String expected = exchange(request.replace("?/", "s/"), false);
		assertThat(expected).contains("null");
		assertThat(exchange(request.replace("?/", "p/"), true).replace(" /p/", " /s/").replace("attached", "null"))
			.isEqualTo(expected);
	}

	private String exchange(String request, boolean passOn) throws InterruptedException {
		try (WireClient client = this.server.client().timeout(10_000)) {
			client.send(request + "GET /s/next" + HOST + "Connection: close\r\n\r\n");
			if (passOn) {
				assertThat(next().passOn((channel) -> channel.attr(ATTACHED).set("attached"))).isTrue();
			}
			return client.rest().replaceAll("(?i)date: .*\r\n", "").replaceAll("content-length: \\d+\r\n", "");
		}
	}

	@Test
	void answersKeepTheOrderOfTheRequests() throws InterruptedException {
		String later = "POST /p/later" + HOST + "Content-Length: 5\r\n\r\nhello";
		this.client.send("GET /p/now" + HOST + "\r\n" + later + "GET /p/now" + HOST + "\r\n" + later + later
				+ "GET /s/x" + HOST + "\r\n");
		assertThat(next().passOn(NOTHING)).isTrue();
		next().complete((writer) -> writer.write(OK, "completed".getBytes(), 0, 9));
		next().passOn(NOTHING);
		String passedOn = "200 POST /p/later HTTP/1.1 [Host=a, Content-Length=5] null hello";
		assertThat(this.client.summaries(6)).containsExactly("200 now", passedOn, "200 now", "200 completed", passedOn,
				"200 GET /s/x HTTP/1.1 [Host=a] null ");
	}

	@Test
	void onlyTheFirstCompletionCounts() throws InterruptedException {
		this.client.send("GET /p/later" + HOST + "\r\nGET /p/later" + HOST + "\r\n");
		DeferredResponse first = next();
		assertThat(first.passOn(NOTHING)).isTrue();
		assertThat(first.passOn(NOTHING)).isFalse();
		assertThat(first.complete((writer) -> writer.write(OK))).isFalse();
		assertThat(this.client.response().text()).startsWith("GET /p/later");
		DeferredResponse second = next();
		assertThat(second.complete((writer) -> writer.write(OK))).isTrue();
		assertThat(second.passOn(NOTHING)).isFalse();
		assertThat(this.client.response().text()).isEmpty();
		assertThat(first).extracting("request").isNull();
		assertThat(second).extracting("request").isNull();
	}

	@Test
	void answerMayBeLeftForLaterAgainAndThenBePassedOn() throws InterruptedException {
		this.client.send("POST /p/later" + HOST + "Content-Length: 5\r\n\r\nhello");
		CompletableFuture<DeferredResponse> again = new CompletableFuture<>();
		next().complete((writer) -> again.complete(writer.defer()));
		again.join().passOn(NOTHING);
		assertThat(this.client.response().text()).endsWith("hello");
	}

	@Test
	void attachingThatFailsIsAnswered500AndTheConnectionEnds() throws InterruptedException {
		this.client.send("GET /p/later" + HOST + "\r\n");
		next().passOn((channel) -> {
			throw new ExpectedFailure();
		});
		WireResponse failure = this.client.response();
		assertThat(failure.status()).isEqualTo(500);
		assertThat(failure.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void requestPassedOnCountsOnceForTheLimitOfRequests() throws InterruptedException {
		try (TestServer limited = start((server) -> server.maxKeepAliveRequests(3));
				WireClient client = limited.client().timeout(10_000)) {
			for (String connection : new String[] { null, null, "close" }) {
				client.send("GET /p/later" + HOST + "\r\n");
				next().passOn(NOTHING);
				assertThat(client.response().field("connection")).isEqualTo(connection);
			}
			client.expectEnd();
		}
	}

	@Test
	void connectionThatIsToEndEndsBehindTheAnswerOfTheStandardPath() throws Exception {
		this.client.send("GET /p/later" + HOST + "\r\nGET /p/now" + HOST + "\r\n");
		DeferredResponse response = next();
		Channel channel = this.channel;
		assertThat(channel).isNotNull();
		channel.eventLoop().submit(() -> channel.close()).get(10, TimeUnit.SECONDS);
		response.passOn(NOTHING);
		WireResponse last = this.client.response();
		assertThat(last.text()).startsWith("GET /p/later");
		assertThat(last.field("connection")).isEqualTo("close");
		this.client.expectEnd();
	}

	@Test
	void resetOfTheClientIsNoticed() throws InterruptedException {
		this.client.send("GET /p/later" + HOST + "\r\nGET /p/now" + HOST + "\r\n");
		DeferredResponse response = next();
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> second = new CompletableFuture<>();
		response.onConnectionClosed(() -> {
			first.complete(Thread.currentThread().getName());
			throw new ExpectedFailure();
		});
		response.onConnectionClosed(() -> second.complete(""));
		this.client.reset();
		assertThat(first).succeedsWithin(Duration.ofSeconds(10)).asString().startsWith("test-" + this.transport);
		assertThat(second).succeedsWithin(Duration.ofSeconds(10));
		assertThat(response.isConnectionClosed()).isTrue();
		assertThat(response).extracting("request").isNull();
		CompletableFuture<String> late = new CompletableFuture<>();
		response.onConnectionClosed(() -> late.complete(Thread.currentThread().getName()));
		assertThat(late).succeedsWithin(Duration.ofSeconds(10)).asString().startsWith("test-" + this.transport);
		assertThat(response.passOn((channel) -> first.obtrudeValue("called"))).isTrue();
	}

	@Test
	void resetBehindASecondDeferredAnswerIsNoticed() throws InterruptedException {
		this.client.send(("GET /p/later" + HOST + "\r\n").repeat(3));
		next().complete((writer) -> writer.write(OK));
		assertThat(this.client.response().status()).isEqualTo(200);
		DeferredResponse second = next();
		this.client.reset();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(second::isConnectionClosed);
	}

	@Test
	void halfClosedClientStillReadsTheAnswer() throws InterruptedException {
		for (boolean passOn : new boolean[] { true, false }) {
			CompletableFuture<Boolean> closed = new CompletableFuture<>();
			try (WireClient halfClosed = this.server.client().timeout(10_000)) {
				halfClosed.send("GET /p/later" + HOST + "\r\nGET /s/next" + HOST + "\r\n");
				DeferredResponse response = next();
				response.onConnectionClosed(() -> closed.complete(true));
				halfClosed.halfClose();
				roundTrip();
				assertThat(response.isConnectionClosed()).isFalse();
				assertThat(passOn ? response.passOn(NOTHING) : response.complete((writer) -> writer.write(OK)))
					.isTrue();
				assertThat(halfClosed.response().status()).isEqualTo(200);
				assertThat(halfClosed.response().text()).startsWith("GET /s/next");
				halfClosed.expectEnd();
			}
			roundTrip();
			assertThat(closed).isNotDone();
		}
	}

	/** What was sent to any connection of the server's loop before has been seen. */
	private void roundTrip() {
		for (int i = 0; i < 4; i++) {
			try (WireClient other = this.server.client().timeout(10_000)) {
				assertThat(other.send("GET /p/now" + HOST + "\r\n").response().status()).isEqualTo(200);
			}
		}
	}

	@Test
	void handlerThatFailsAfterItHasDeferredIsToldThatNobodyWaits() {
		CompletableFuture<Boolean> closed = new CompletableFuture<>();
		this.onDeferral = (response) -> {
			response.onConnectionClosed(() -> closed.complete(true));
			throw new ExpectedFailure();
		};
		assertThat(this.client.send("GET /p/later" + HOST + "\r\n").response().status()).isEqualTo(500);
		assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
	}

	private DeferredResponse next() throws InterruptedException {
		DeferredResponse response = this.deferred.poll(10, TimeUnit.SECONDS);
		assertThat(response).as("deferred response").isNotNull();
		return response;
	}

	/** All that a handler of the standard path learns of a request. */
	private static Publisher<Void> describe(HttpServerRequest request, HttpServerResponse response) {
		String[] attached = new String[1];
		request.withConnection((connection) -> attached[0] = connection.channel().attr(ATTACHED).getAndSet(null));
		Mono<String> content = request.receiveContent()
			.map(DeferredResponseTests::describe)
			.collect(Collectors.joining());
		return response.sendString(content.map((text) -> request.method() + " " + request.uri() + " "
				+ request.version() + " " + request.requestHeaders().entries() + " " + attached[0] + " " + text));
	}

	private static String describe(HttpContent part) {
		String text = part.content().toString(StandardCharsets.ISO_8859_1);
		boolean trailers = part instanceof LastHttpContent last && !last.trailingHeaders().isEmpty();
		return trailers ? text + ((LastHttpContent) part).trailingHeaders().entries() : text;
	}

	/** Leaves what is under {@code /p/later} for later, and {@code /s} alone. */
	private final class Deferring implements InPlaceResponder {

		@Override
		public int accept(RequestHead head) {
			return head.target().startsWith("/p/") ? TestResponder.MAX_CONTENT : NOT_MINE;
		}

		@Override
		public boolean respond(RequestHead head, byte[] content, int offset, int length, ResponseWriter response) {
			if (head.target().startsWith("/p/now")) {
				response.write(OK, "now".getBytes(), 0, 3);
				return true;
			}
			DeferredResponseTests.this.channel = response.channel();
			DeferredResponseTests.this.onDeferral.accept(response.defer());
			return true;
		}

	}

}
