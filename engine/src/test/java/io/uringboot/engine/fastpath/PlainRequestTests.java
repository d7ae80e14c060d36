package io.uringboot.engine.fastpath;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.InPlaceResponder;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.RequestHeads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which requests for a known path are taken at all.
 */
class PlainRequestTests {

	private static final int MAX_CONTENT_LENGTH = 7;

	private final InPlaceResponder responder = FastPath
		.of(FastPathRoutes.builder()
			.route(HttpMethod.GET, "/a", MAX_CONTENT_LENGTH, (exchange) -> true)
			.route(HttpMethod.GET, "/v/{x}", MAX_CONTENT_LENGTH, (exchange) -> true)
			.build())
		.get();

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a?", "/a?b", "/a?b=%41&c=%f0", "/a?b+c=d/?:@!$'()*,;", "/v/1", "/v/a.b-c_d~e",
			"/v/.." })
	void takesPlainTargets(String target) {
		assertThat(accept(RequestHeads.of("GET", target))).isEqualTo(MAX_CONTENT_LENGTH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%61", "/a;x", "/v/%31", "/v/1;x=y", "/v/a+b", "/v/a:b", "/a?%", "/a?b=%4", "/a?b=%4g",
			"/a?b=%g4", "/a?%%41", "/a?b=%4&c=1", "/a?{b}", "/a?b|c", "/a?b[0]", "/a?\"", "/a?b\\c", "/a?b^c",
			"http://localhost/a", "http://localhost:8080/v/1" })
	void leavesOtherTargetsToTheStandardPath(String target) {
		assertThat(accept(RequestHeads.of("GET", target))).isEqualTo(InPlaceResponder.NOT_MINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:80", "127.0.0.1:1", "a_b", "a%41" })
	void takesPlainHosts(String host) {
		assertThat(accept(withHost(host))).isEqualTo(MAX_CONTENT_LENGTH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:", "[::1]", "[::1]:80", "[1:2:3]", "[v1.a]:80" })
	void leavesOtherHostsToTheStandardPath(String host) {
		assertThat(accept(withHost(host))).isEqualTo(InPlaceResponder.NOT_MINE);
	}

	@Test
	void takesHttp10WithoutAHost() {
		assertThat(accept(RequestHeads.parse("GET /a HTTP/1.0\r\n\r\n"))).isEqualTo(MAX_CONTENT_LENGTH);
	}

	private static RequestHead withHost(String host) {
		return RequestHeads.parse("GET /a HTTP/1.1\r\nAccept: x\r\nhOSt: " + host + "\r\n\r\n");
	}

	private int accept(RequestHead head) {
		return this.responder.accept(head);
	}

}
