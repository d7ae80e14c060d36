package io.uringboot.engine.compression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.NettyPipeline;

import static org.assertj.core.api.Assertions.assertThat;

class CompressionHandlerTests {

	private static final byte[] TEXT = "some text ".repeat(100).getBytes(StandardCharsets.US_ASCII);

	private final Compression compression = Contents.compression(ContentCoding.BR, ContentCoding.GZIP);

	private final EmbeddedChannel channel = new EmbeddedChannel(new CompressionHandler(this.compression));

	@AfterEach
	void close() {
		this.channel.finishAndReleaseAll();
	}

	@ParameterizedTest
	@EnumSource
	void whatComesAsOneMessageLeavesAsOne(ContentCoding coding) {
		request(HttpMethod.GET, "Accept-Encoding", coding.token().toString());
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		byte[] encoded = content(response);
		Compressor compressor = this.compression.compressor(coding);
		assertThat(encoded).hasSize(compressor.encode(TEXT, 0, TEXT.length))
			.isEqualTo(Arrays.copyOf(compressor.octets(), encoded.length));
		assertThat(Contents.decoded(coding, encoded)).isEqualTo(TEXT);
		assertThat(response.headers().entries()).extracting(Object::toString)
			.containsExactly("Content-Type=text/plain", "Vary=Accept-Encoding", "Content-Encoding=" + coding.token(),
					"Content-Length=" + encoded.length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "deflate", "gzip;q=0", "gzip;q=nonsense" })
	void whoDoesNotAcceptACodingGetsNone(String acceptEncoding) {
		request(HttpMethod.GET, "Accept-Encoding", acceptEncoding);
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(content(response)).isEqualTo(TEXT);
		assertThat(response.headers().entries()).extracting(Object::toString)
			.containsExactly("Content-Type=text/plain", "Vary=Accept-Encoding", "Content-Length=" + TEXT.length);
	}

	@Test
	void withoutAcceptEncodingThereIsNoCoding() {
		request(HttpMethod.GET);
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(content(response)).isEqualTo(TEXT);
		assertThat(response.headers().contains("Content-Encoding")).isFalse();
		assertThat(response.headers().get("Vary")).isEqualTo("Accept-Encoding");
	}

	@ParameterizedTest
	@CsvSource({ "200, Content-Type, image/png", "200, Content-Encoding, br", "200, Content-Encoding, identity",
			"200, Cache-Control, 'public, no-transform'", "200, Content-Range, bytes 0-999/2000",
			"206, Content-Range, bytes 0-999/2000", "206, X, Y" })
	void whatMustStayAsItIsStaysSo(int status, String name, String value) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.valueOf(status), TEXT);
		response.headers().set(name, value);
		List<String> before = response.headers().entries().stream().map(Object::toString).toList();
		FullHttpResponse written = answer(response);
		assertThat(content(written)).isEqualTo(TEXT);
		assertThat(written.headers().entries()).extracting(Object::toString).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 205, 304 })
	void statusWithoutContentIsLeftAlone(int status) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.valueOf(status), new byte[0]);
		assertThat(answer(response).headers().names()).doesNotContain("Vary", "Content-Encoding");
	}

	@Test
	void aContentThatIsTooShortIsLeftAlone() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, new byte[99]));
		assertThat(content(response)).hasSize(99);
		assertThat(response.headers().names()).doesNotContain("Vary", "Content-Encoding");
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		response = answer(full(HttpResponseStatus.OK, new byte[100]));
		assertThat(response.headers().get("Content-Encoding")).isEqualTo("gzip");
		response.release();
	}

	@Test
	void errorsAreEncodedToo() {
		request(HttpMethod.POST, "Accept-Encoding", "gzip");
		FullHttpResponse response = answer(full(HttpResponseStatus.NOT_FOUND, TEXT));
		assertThat(Contents.decoded(ContentCoding.GZIP, content(response))).isEqualTo(TEXT);
	}

	@ParameterizedTest
	@CsvSource({ "Old browser, false", "OLD BROWSER, false", "Old browser 2, true" })
	void excludedUserAgents(String userAgent, boolean encoded) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip", "User-Agent", userAgent);
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(response.headers().contains("Content-Encoding")).isEqualTo(encoded);
		assertThat(response.headers().get("Vary")).isEqualTo("Accept-Encoding");
		response.release();
	}

	@Test
	void http10GetsNoCoding() {
		this.channel.writeInbound(request(HttpVersion.HTTP_1_0, HttpMethod.GET, "Accept-Encoding", "gzip"));
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(content(response)).isEqualTo(TEXT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Origin | Origin, Accept-Encoding", "* | *", "accept-encoding | accept-encoding",
					"Origin, ACCEPT-ENCODING | Origin, ACCEPT-ENCODING",
					"X-Accept-Encoding | X-Accept-Encoding, Accept-Encoding" })
	void varyIsMerged(String before, String after) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.OK, TEXT);
		response.headers().set("Vary", before);
		FullHttpResponse written = answer(response);
		assertThat(written.headers().getAll("Vary")).containsExactly(after);
		written.release();
	}

	@Test
	void severalLinesOfVaryBecomeOne() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.OK, TEXT);
		response.headers().add("Vary", "Origin").add("Vary", "Access-Control-Request-Method");
		FullHttpResponse written = answer(response);
		assertThat(written.headers().getAll("Vary"))
			.containsExactly("Origin, Access-Control-Request-Method, Accept-Encoding");
		written.release();
	}

	@ParameterizedTest
	@CsvSource({ "'\"strong\"', 'W/\"strong\"'", "'W/\"weak\"', 'W/\"weak\"'" })
	void theTagOfAnEncodedContentIsWeak(String before, String after) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.OK, TEXT);
		response.headers().set("ETag", before);
		FullHttpResponse written = answer(response);
		assertThat(written.headers().getAll("ETag")).containsExactly(after);
		written.release();
	}

	@Test
	void theTagOfAContentAsItIsStaysStrong() {
		request(HttpMethod.GET);
		FullHttpResponse response = full(HttpResponseStatus.OK, TEXT);
		response.headers().set("ETag", "\"strong\"");
		FullHttpResponse written = answer(response);
		assertThat(written.headers().get("ETag")).isEqualTo("\"strong\"");
		written.release();
	}

	@ParameterizedTest
	@CsvSource({ "'W/\"tag\"', 'W/\"tag\"', Accept-Encoding", "'\"other\", W/\"tag\"', 'W/\"tag\"', Accept-Encoding",
			"'\"tag\"', '\"tag\"',", "*, '\"tag\"',", "'W/\"other\"', '\"tag\"'," })
	void notModifiedHasTheTagOfWhatTheClientHolds(String ifNoneMatch, String tag, String vary) {
		request(HttpMethod.GET, "Accept-Encoding", "gzip", "If-None-Match", ifNoneMatch);
		FullHttpResponse response = full(HttpResponseStatus.NOT_MODIFIED, new byte[0]);
		response.headers().set("ETag", "\"tag\"");
		FullHttpResponse written = answer(response);
		assertThat(written.headers().get("ETag")).isEqualTo(tag);
		assertThat(written.headers().get("Vary")).isEqualTo(vary);
		written.release();
	}

	@Test
	void headSaysWhatGetSaysButForTheLength() {
		request(HttpMethod.HEAD, "Accept-Encoding", "gzip");
		FullHttpResponse response = full(HttpResponseStatus.OK, new byte[0]);
		response.headers().set("Content-Length", TEXT.length).set("ETag", "\"tag\"");
		assertThat(answer(response).headers().entries()).extracting(Object::toString)
			.containsExactly("Content-Type=text/plain", "Vary=Accept-Encoding", "Content-Encoding=gzip",
					"ETag=W/\"tag\"");
		request(HttpMethod.HEAD, "Accept-Encoding", "gzip");
		response = full(HttpResponseStatus.OK, new byte[0]);
		response.headers().set("Content-Length", 99);
		assertThat(answer(response).headers().names()).doesNotContain("Vary", "Content-Encoding");
	}

	@ParameterizedTest
	@EnumSource
	void partsLeaveInChunksAndWithEachFlush(ContentCoding coding) {
		request(HttpMethod.GET, "Accept-Encoding", coding.token().toString());
		this.channel.write(head());
		List<Object> written = new ArrayList<>();
		ByteBuf encoded = Unpooled.buffer();
		HttpResponse head = null;
		for (int i = 0; i < 10; i++) {
			ByteBuf part = Unpooled.copiedBuffer("part " + i, StandardCharsets.US_ASCII);
			this.channel.write((i % 2 == 0) ? part : new DefaultHttpContent(part));
			this.channel.flush();
			if (head == null) {
				head = this.channel.readOutbound();
			}
			int before = encoded.readableBytes();
			collect(encoded, written);
			assertThat(encoded.readableBytes()).isGreaterThan(before);
		}
		this.channel.writeOutbound(new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER));
		collect(encoded, written);
		assertThat(head.headers().get("Transfer-Encoding")).isEqualTo("chunked");
		assertThat(head.headers().get("Content-Encoding")).isEqualTo(coding.token().toString());
		assertThat(written.get(written.size() - 1)).isInstanceOf(LastHttpContent.class);
		assertThat(Contents.decoded(coding, ByteBufUtil.getBytes(encoded))).asString(StandardCharsets.US_ASCII)
			.isEqualTo("part 0part 1part 2part 3part 4part 5part 6part 7part 8part 9");
	}

	@Test
	void partsOfAKnownLengthAreEncodedTogether() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		HttpResponse head = head();
		head.headers().set("Content-Length", 10 * TEXT.length);
		this.channel.writeOutbound(head);
		HttpResponse written = this.channel.readOutbound();
		assertThat(written).isSameAs(head);
		assertThat(head.headers().contains("Content-Length")).isFalse();
		assertThat(this.channel.pipeline().get(NettyPipeline.CompressionHandler)).isNotNull();
		for (int i = 0; i < 10; i++) {
			assertThat(this.channel.writeOneOutbound(Unpooled.wrappedBuffer(TEXT)).isSuccess()).isTrue();
			this.channel.flushOutbound();
			assertThat(this.channel.outboundMessages()).isEmpty();
		}
		this.channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
		ByteBuf encoded = Unpooled.buffer();
		collect(encoded, new ArrayList<>());
		assertThat(Contents.decoded(ContentCoding.GZIP, ByteBufUtil.getBytes(encoded))).hasSize(10 * TEXT.length);
		assertThat(encoded.readableBytes()).isLessThan(150);
		assertThat(this.channel.pipeline().get(NettyPipeline.CompressionHandler)).isNull();
	}

	@Test
	void trailersStay() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		LastHttpContent last = new DefaultLastHttpContent(Unpooled.wrappedBuffer(TEXT));
		last.trailingHeaders().set("Checked", "yes");
		this.channel.writeOutbound(head(), last);
		this.channel.releaseOutbound();
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		last = new DefaultLastHttpContent(Unpooled.wrappedBuffer(TEXT));
		last.trailingHeaders().set("Checked", "yes");
		this.channel.writeOutbound(head(), last);
		this.channel.readOutbound();
		LastHttpContent written = this.channel.readOutbound();
		assertThat(written.trailingHeaders().get("Checked")).isEqualTo("yes");
		assertThat(Contents.decoded(ContentCoding.GZIP, ByteBufUtil.getBytes(written.content()))).isEqualTo(TEXT);
		written.release();
	}

	@Test
	void aConnectionThatIsLostInTheMiddleGivesTheEncoderBack() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		this.channel.writeOutbound(head(), Unpooled.wrappedBuffer(TEXT));
		assertThat(this.compression.loop().pooled()).isZero();
		this.channel.close();
		assertThat(this.compression.loop().pooled()).isOne();
		ByteBuf late = Unpooled.wrappedBuffer(TEXT);
		this.channel.write(late);
		assertThat(late.refCnt()).isZero();
	}

	@Test
	void whatCannotBeEncodedFailsAndEndsTheConnection() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		this.channel.writeOutbound(head());
		assertThat(this.channel.writeOneOutbound("text").cause()).isInstanceOf(IllegalArgumentException.class);
		assertThat(this.channel.isActive()).isFalse();
		assertThat(this.compression.loop().pooled()).isOne();
	}

	@Test
	void interimResponsesPassAndTheFinalOneIsEncoded() {
		request(HttpMethod.POST, "Accept-Encoding", "gzip");
		assertThat(answer(full(HttpResponseStatus.CONTINUE, new byte[0])).headers().names()).doesNotContain("Vary",
				"Content-Encoding");
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(response.headers().get("Content-Encoding")).isEqualTo("gzip");
		response.release();
	}

	@Test
	void anotherProtocolIsLeftAlone() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		answer(full(HttpResponseStatus.SWITCHING_PROTOCOLS, new byte[0]));
		assertThat(this.channel.pipeline().get(CompressionHandler.class)).isNull();
	}

	@Test
	void requestsThatComeTogetherTurnItOff() {
		request(HttpMethod.GET, "Accept-Encoding", "gzip");
		request(HttpMethod.GET);
		FullHttpResponse response = answer(full(HttpResponseStatus.OK, TEXT));
		assertThat(content(response)).isEqualTo(TEXT);
	}

	private void request(HttpMethod method, String... fields) {
		this.channel.writeInbound(request(HttpVersion.HTTP_1_1, method, fields));
		this.channel.releaseInbound();
	}

	private static HttpRequest request(HttpVersion version, HttpMethod method, String... fields) {
		HttpRequest request = new DefaultFullHttpRequest(version, method, "/", Unpooled.EMPTY_BUFFER);
		for (int i = 0; i < fields.length; i += 2) {
			request.headers().add(fields[i], fields[i + 1]);
		}
		return request;
	}

	private static FullHttpResponse full(HttpResponseStatus status, byte[] content) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
				Unpooled.wrappedBuffer(content));
		response.headers().set("Content-Type", "text/plain");
		return response;
	}

	private static HttpResponse head() {
		HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		head.headers().set("Content-Type", "text/event-stream");
		return head;
	}

	private FullHttpResponse answer(FullHttpResponse response) {
		this.channel.writeOutbound(response);
		return this.channel.readOutbound();
	}

	private static byte[] content(FullHttpResponse response) {
		byte[] content = ByteBufUtil.getBytes(response.content());
		response.release();
		return content;
	}

	private void collect(ByteBuf encoded, List<Object> messages) {
		HttpContent part = this.channel.readOutbound();
		while (part != null) {
			messages.add(part);
			encoded.writeBytes(part.content());
			part.release();
			part = this.channel.readOutbound();
		}
	}

}
