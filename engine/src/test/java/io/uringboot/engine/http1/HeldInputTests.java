package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Octets that wait behind an unfinished answer, or for the rest of a request.
 */
class HeldInputTests {

	private static final String NEXT = "GET /p/now/next HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(600) + "\r\n\r\n";

	private final EmbeddedCodec codec = new EmbeddedCodec();

	@AfterEach
	void close() {
		this.codec.close();
	}

	@Test
	void contentThatWaitsForItsReaderStaysAsItIsWhileMoreArrives() {
		String content = TestRoutes.text(1000);
		this.codec.receive("POST /s HTTP/1.1\r\nHo");
		this.codec.receive("st: a\r\nContent-Length: 1000\r\n\r\n" + content + NEXT.substring(0, 10));
		HttpRequest request = this.codec.channel().readInbound();
		assertThat(request.uri()).isEqualTo("/s");
		HttpContent unread = this.codec.channel().readInbound();
		for (int i = 10; i < NEXT.length(); i++) {
			this.codec.receive(NEXT.substring(i, i + 1));
		}
		assertThat(unread.content().toString(StandardCharsets.ISO_8859_1)).isEqualTo(content);
		unread.release();
		assertThat(this.codec.sent()).isEmpty();
		respond();
		assertThat(this.codec.sent()).startsWith("HTTP/1.1 204").endsWith("now next");
	}

	@Test
	void contentThatIsReleasedOnceTooOftenTakesNothingElseWithIt() {
		this.codec.channel().pipeline().addLast(new GreedyHandler());
		String request = "POST /s HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
		for (int i = 1; i < 4; i++) {
			this.codec.receive(request);
			assertThat(this.codec.sent().split("HTTP/1.1 204")).hasSize(i + 1);
		}
		// All by the handler: in front of one that it does not know nothing is answered
		// in
		// place.
		assertThat(this.codec.receive(request + NEXT).sent().split("HTTP/1.1 204")).hasSize(6);
	}

	@Test
	void nothingIsHeldForAnIdleConnection() {
		this.codec.receive(NEXT);
		this.codec.receive("POST /p/echo/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");
		this.codec.receive("hello");
		assertThat(this.codec.sent()).endsWith("hello");
		assertThat(this.codec.channel().pipeline().get(Http1ServerCodec.class)).extracting("connection.input.held")
			.isNull();
	}

	@Test
	void trailersOfARequestThatIsPassedOnLaterComeBehindItsContent() {
		this.codec.receive("POST /p/pass-on HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "2\r\nhe\r\n3\r\nllo\r\n0\r\nA: b\r\n\r\n" + NEXT);
		HttpRequest request = this.codec.channel().readInbound();
		assertThat(request.uri()).isEqualTo("/p/pass-on");
		HttpContent content = this.codec.channel().readInbound();
		assertThat(content.content().toString(StandardCharsets.ISO_8859_1)).isEqualTo("hello");
		content.release();
		LastHttpContent last = this.codec.channel().readInbound();
		assertThat(last.trailingHeaders().get("A")).isEqualTo("b");
		assertThat(this.codec.sent()).isEmpty();
		respond();
		assertThat(this.codec.sent()).startsWith("HTTP/1.1 204").endsWith("now next");
	}

	private void respond() {
		this.codec.channel().writeAndFlush(noContent());
	}

	private static DefaultFullHttpResponse noContent() {
		DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.NO_CONTENT);
		response.headers().set(HttpHeaderNames.CONNECTION, "keep-alive");
		return response;
	}

	/**
	 * Answers at the end of the content, and releases content as long as it can be
	 * released.
	 */
	private static final class GreedyHandler extends SimpleChannelInboundHandler<HttpContent> {

		GreedyHandler() {
			super(false);
		}

		@Override
		protected void channelRead0(ChannelHandlerContext ctx, HttpContent content) {
			while (content.content().isReadable() && content.refCnt() > 0) { // a constant
																				// has
																				// always
																				// one
				content.release();
			}
			if (content instanceof LastHttpContent) {
				ctx.writeAndFlush(noContent());
			}
		}

	}

}
