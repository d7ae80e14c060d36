package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that releases content once too often, as Spring does when it decodes
 * JSON that is not UTF-8: what the client sent behind that content is none of the
 * application's, and stays.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class ContentReleasedTwiceTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String FIRST = "GET /p/later/0" + HOST + "\r\n";

	private static final String NEXT = "GET /p/now/1" + HOST + "\r\nGET /s/now/2" + HOST + "\r\n";

	private static final List<String> PATHS = List.of("/s/at-once", "/s/later", "/p/pass-on", "/p/pass-on/later");

	static final List<String> contents = List.of("Content-Length: 11\r\n\r\nfirst again",
			"Transfer-Encoding: chunked\r\n\r\n6\r\nfirst \r\n5;a=b\r\nagain\r\n0\r\n\r\n");

	private final TestServer server;

	private WireClient client;

	ContentReleasedTwiceTests(Transport transport) {
		this.server = TestServer.start(transport, ContentReleasedTwiceTests::answer);
	}

	@BeforeEach
	void connect() {
		this.client = this.server.client().timeout(10_000);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@FieldSource("contents")
	void requestsBehindTheContentAreAnswered(String content) {
		for (String path : PATHS) {
			String request = "POST " + path + HOST + content;
			this.client.send(request + NEXT + request + NEXT);
			assertThat(this.client.summaries(6)).as(path)
				.containsExactly("200 first again", "200 now 1", "200 std 2", "200 first again", "200 now 1",
						"200 std 2");
		}
	}

	@ParameterizedTest
	@FieldSource("contents")
	void requestsBehindContentThatWasHeldAreAnswered(String content) {
		for (String path : PATHS) {
			this.client.send(FIRST + "POST " + path + HOST + content + NEXT);
			assertThat(this.client.summaries(4)).as(path)
				.containsExactly("200 later 0", "200 first again", "200 now 1", "200 std 2");
		}
	}

	@ParameterizedTest
	@FieldSource("contents")
	void requestThatComesAfterTheAnswerIsAnswered(String content) {
		for (String path : PATHS) {
			this.client.send("POST " + path + HOST + content);
			assertThat(this.client.response().summary()).as(path).isEqualTo("200 first again");
			this.client.send(NEXT);
			assertThat(this.client.summaries(2)).as(path).containsExactly("200 now 1", "200 std 2");
		}
	}

	private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		if (!request.method().equals(HttpMethod.POST)) {
			return new TestRoutes().apply(request, response);
		}
		Mono<List<ByteBuf>> content = request.receive().retain().collectList();
		if (request.uri().endsWith("/later")) {
			content = content.publishOn(Schedulers.parallel());
		}
		return response.sendString(content
			.map((parts) -> parts.stream().map(ContentReleasedTwiceTests::releaseTwice).collect(Collectors.joining())));
	}

	/** As Spring's DataBufferUtils releases: only what is still allocated. */
	private static String releaseTwice(ByteBuf content) {
		String text = content.toString(StandardCharsets.ISO_8859_1);
		content.release();
		if (content.refCnt() > 0) {
			content.release();
		}
		return text;
	}

}
