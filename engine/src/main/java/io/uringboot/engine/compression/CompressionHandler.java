package io.uringboot.engine.compression;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.internal.StringUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Encodes the responses of a connection's standard path. What comes as one message leaves
 * as one, with the length of the encoded content. What comes in parts leaves in chunks,
 * and whatever is flushed reaches the client decodable.
 * <p>
 * Stands between the engine's codec, which hands out one request at a time, and
 * reactor-netty's handlers.
 */
final class CompressionHandler extends ChannelDuplexHandler {

	private final Compression compression;

	/** The request whose response has not begun. */
	private @Nullable HttpRequest request;

	/** Of the response that is being written in parts. */
	private @Nullable ContentEncoder encoder;

	/** Whether what is flushed must come out of the encoder. */
	private boolean flushing;

	/** Whether requests came as they do not from the engine's codec. */
	private boolean bypassed;

	CompressionHandler(Compression compression) {
		this.compression = compression;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof HttpRequest next) {
			this.bypassed |= this.request != null;
			this.request = next;
		}
		ctx.fireChannelRead(message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		releaseEncoder();
		ctx.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		this.request = null;
		releaseEncoder();
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (message instanceof HttpResponse response) {
			response(ctx, response, promise);
		}
		else if (this.encoder != null) {
			part(ctx, this.encoder, message, promise);
		}
		else {
			ctx.write(message, promise);
		}
	}

	private void response(ChannelHandlerContext ctx, HttpResponse response, ChannelPromise promise) {
		if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
			if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
				ctx.pipeline().remove(this);
			}
			ctx.write(response, promise);
			return;
		}
		HttpRequest request = this.request;
		this.request = null;
		releaseEncoder();
		ContentCoding coding = (request != null && !this.bypassed && ctx.channel().isActive())
				? coding(request, response) : null;
		if (coding == null) {
			ctx.write(response, promise);
		}
		else if (response instanceof FullHttpResponse full) {
			ctx.write(encoded(ctx, full, coding), promise);
		}
		else {
			begin(ctx, response, coding, promise);
		}
	}

	/**
	 * The coding for the content that follows; the fields say so already, but for its
	 * length.
	 */
	private @Nullable ContentCoding coding(HttpRequest request, HttpResponse response) {
		HttpHeaders headers = response.headers();
		if (response.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
			EncodedFields.notModified(request.headers(), headers);
			return null;
		}
		boolean head = request.method().equals(HttpMethod.HEAD);
		FullHttpResponse full = (response instanceof FullHttpResponse message && !head) ? message : null;
		long length = (full != null) ? full.content().readableBytes() : declaredLength(headers);
		if (!EncodedFields.allow(response)
				|| !this.compression.isCompressible(headers.get(HttpHeaderNames.CONTENT_TYPE), length)) {
			return null;
		}
		EncodedFields.vary(headers);
		ContentCoding coding = request.protocolVersion().equals(HttpVersion.HTTP_1_1)
				? this.compression.chosen(request.headers()) : null;
		if (coding != null) {
			EncodedFields.encoded(headers, coding);
		}
		else if (full != null) {
			EncodedFields.length(headers, full.content().readableBytes());
		}
		if (coding != null && head) {
			// The content is not there to know its length: RFC 9110 §9.3.2 lets it be
			// left out.
			headers.remove(HttpHeaderNames.CONTENT_LENGTH);
			return null;
		}
		return coding;
	}

	private static long declaredLength(HttpHeaders headers) {
		String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
		try {
			return (length != null) ? Long.parseLong(length) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private FullHttpResponse encoded(ChannelHandlerContext ctx, FullHttpResponse response, ContentCoding coding) {
		int length = response.content().readableBytes();
		ByteBuf out = ctx.alloc().directBuffer(length / 4 + 64);
		ContentEncoder encoder = this.compression.loop().ofWhole(coding, length);
		try {
			encoder.finish(response.content(), out);
			EncodedFields.length(response.headers(), out.readableBytes());
			return new DefaultFullHttpResponse(response.protocolVersion(), response.status(), out.retain(),
					response.headers(), response.trailingHeaders());
		}
		finally {
			out.release();
			encoder.release();
			response.release();
		}
	}

	private void begin(ChannelHandlerContext ctx, HttpResponse response, ContentCoding coding, ChannelPromise promise) {
		HttpHeaders headers = response.headers();
		boolean known = headers.contains(HttpHeaderNames.CONTENT_LENGTH);
		headers.remove(HttpHeaderNames.CONTENT_LENGTH);
		HttpUtil.setTransferEncodingChunked(response, true);
		this.encoder = this.compression.loop().ofParts(coding);
		// A content of known length is there as a whole, such as a file: no part of it is
		// waited for.
		this.flushing = !known;
		FileTransfer.readIntoMemory(ctx);
		ctx.write(response, promise);
	}

	private void part(ChannelHandlerContext ctx, ContentEncoder encoder, Object message, ChannelPromise promise) {
		ByteBuf out = ctx.alloc().directBuffer(256);
		try {
			if (message instanceof LastHttpContent last) {
				encoder.finish(last.content(), out);
				releaseEncoder();
				FileTransfer.end(ctx);
				ctx.write(new DefaultLastHttpContent(out.retain(), last.trailingHeaders()), promise);
				return;
			}
			encoder.write(contentOf(message), out);
			if (out.isReadable()) {
				ctx.write(new DefaultHttpContent(out.retain()), promise);
			}
			else if (!promise.isVoid()) {
				promise.trySuccess(); // it is in the encoder
			}
		}
		catch (RuntimeException ex) {
			// What the client has got cannot be completed any more.
			releaseEncoder();
			promise.tryFailure(ex);
			ctx.close();
		}
		finally {
			out.release();
			ReferenceCountUtil.release(message);
		}
	}

	private static ByteBuf contentOf(Object message) {
		if (message instanceof ByteBuf buffer) {
			return buffer;
		}
		if (message instanceof HttpContent content) {
			return content.content();
		}
		throw new IllegalArgumentException("cannot encode a " + StringUtil.simpleClassName(message));
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		ContentEncoder encoder = this.encoder;
		if (encoder != null && this.flushing && encoder.isPending()) {
			ByteBuf out = ctx.alloc().directBuffer(256);
			encoder.flush(out);
			ctx.write(new DefaultHttpContent(out), ctx.voidPromise());
		}
		ctx.flush();
	}

	private void releaseEncoder() {
		ContentEncoder encoder = this.encoder;
		if (encoder != null) {
			this.encoder = null;
			encoder.release();
		}
	}

	/**
	 * Keeps a file from being handed to the socket past the encoder. reactor-netty looks
	 * for a handler of this name, behind the head of the response, before it decides to
	 * do so.
	 */
	private static final class FileTransfer extends ChannelHandlerAdapter {

		static void readIntoMemory(ChannelHandlerContext ctx) {
			if (ctx.pipeline().get(NettyPipeline.CompressionHandler) == null) {
				ctx.pipeline().addAfter(ctx.name(), NettyPipeline.CompressionHandler, new FileTransfer());
			}
		}

		static void end(ChannelHandlerContext ctx) {
			ChannelPipeline pipeline = ctx.pipeline();
			if (pipeline.get(NettyPipeline.CompressionHandler) instanceof FileTransfer marker) {
				pipeline.remove(marker);
			}
		}

	}

}
