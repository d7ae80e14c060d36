package io.uringboot.engine.http1;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * Completes the header section of responses with {@code Date} and {@code Server} where
 * the application has not set them.
 * <p>
 * Stands directly behind the codec, where the response to a request that never reached
 * the application passes too. HTTP/1.1 responses pass as {@link HttpResponse}, those of
 * all streams of an HTTP/2 connection as {@link Http2HeadersFrame}.
 */
@Sharable
final class ResponseFieldsHandler extends ChannelOutboundHandlerAdapter {

	private static final AsciiString DATE = AsciiString.cached("Date");

	private static final AsciiString SERVER = AsciiString.cached("Server");

	private final DateField date;

	private final @Nullable AsciiString server;

	ResponseFieldsHandler(DateField date, @Nullable AsciiString server) {
		this.date = date;
		this.server = server;
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
		if (msg instanceof HttpResponse response) {
			// RFC 9110, section 6.6.1: a final response has a Date, an interim one may do
			// without.
			if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
				complete(response.headers());
			}
		}
		else if (msg instanceof Http2HeadersFrame frame && isFinalResponse(frame.headers())) {
			complete(frame.headers());
		}
		ctx.write(msg, promise);
	}

	private void complete(HttpHeaders headers) {
		if (!headers.contains(DATE)) {
			headers.set(DATE, this.date.value());
		}
		if (this.server != null && !headers.contains(SERVER)) {
			headers.set(SERVER, this.server);
		}
	}

	private void complete(Http2Headers headers) {
		// RFC 9113, section 8.2: field names are lower case, as in these constants.
		if (!headers.contains(HttpHeaderNames.DATE)) {
			headers.set(HttpHeaderNames.DATE, this.date.value());
		}
		if (this.server != null && !headers.contains(HttpHeaderNames.SERVER)) {
			headers.set(HttpHeaderNames.SERVER, this.server);
		}
	}

	private static boolean isFinalResponse(Http2Headers headers) {
		// Trailers have no :status (RFC 9113, section 8.1).
		CharSequence status = headers.status();
		return status != null && status.charAt(0) != '1';
	}

}
