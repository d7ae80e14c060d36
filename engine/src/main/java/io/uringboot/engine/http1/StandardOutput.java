package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;

/**
 * Encodes the responses of the standard path. One that comes while answers are gathered
 * counts as written when it has been gathered, because otherwise every pipelined request
 * would wait for a round trip to the kernel.
 */
final class StandardOutput {

	private final Http1Connection connection;

	private final ChannelHandlerContext ctx;

	private final StandardExchange exchange;

	private final OutputBatch batch;

	private final ResponseEncoder encoder = new ResponseEncoder();

	/**
	 * Where a message is encoded to; taken away in the meantime, because who learns that
	 * a part has been written may write the next one at once.
	 */
	private @Nullable List<Object> spare = new ArrayList<>(2);

	StandardOutput(Http1Connection connection) {
		this.connection = connection;
		this.ctx = connection.ctx;
		this.exchange = connection.exchange;
		this.batch = connection.batch;
	}

	/** Says which request the next response answers. */
	void answers(RequestHead head) {
		this.encoder.answers(head);
	}

	void write(Object message, ChannelPromise promise) throws Exception {
		if (!this.encoder.acceptOutboundMessage(message)) {
			this.batch.write(this.ctx);
			this.ctx.write(message, promise);
			this.batch.written(0, this.ctx);
			return;
		}
		boolean informational = message instanceof HttpResponse response && noteResponse(response);
		boolean last = message instanceof LastHttpContent && !informational;
		ChannelPromise written = last ? lastPart(promise) : promise;
		List<Object> encoded = (this.spare != null) ? this.spare : new ArrayList<>(2);
		this.spare = null;
		this.encoder.encodeTo(this.ctx, message, encoded);
		try {
			writeEncoded(encoded, written);
		}
		finally {
			encoded.clear();
			this.spare = encoded;
		}
		if (last) {
			this.connection.standard.responseWritten();
		}
	}

	private ChannelPromise lastPart(ChannelPromise promise) {
		this.exchange.responseWritten();
		if (ChannelOperations.get(this.ctx.channel()) == null) {
			this.exchange.terminated(); // no reactor-netty that would say so
		}
		if (this.connection.state == State.CONTENT && !this.exchange.isPersistent()) {
			this.connection.closing.expectMore();
		}
		if (this.exchange.endsConnection() || this.exchange.isEndedByClose()) {
			this.connection.state = State.CLOSED;
			return promise.unvoid().addListener(ChannelFutureListener.CLOSE);
		}
		return promise;
	}

	/** Whether the response is an informational one. */
	private boolean noteResponse(HttpResponse response) {
		int status = response.status().code();
		if (status == 100) {
			this.exchange.continueSent();
		}
		if (status < 200 && status != 101) {
			return true;
		}
		this.exchange.responseStarted();
		if (!HttpUtil.isKeepAlive(response)) {
			this.exchange.notPersistent();
		}
		else if (this.exchange.endsConnection()) {
			HttpUtil.setKeepAlive(response, false);
			this.exchange.notPersistent();
		}
		if (!this.exchange.isHttp11()) {
			toHttp10Client(response);
		}
		return false;
	}

	/**
	 * A client of HTTP/1.0 knows no chunks (RFC 9112 §6.1), and takes the connection for
	 * persistent only when told so (§9.3). The version is the server's own, as in answers
	 * in place (RFC 9110 §6.2), and so is the order of the fields.
	 */
	private void toHttp10Client(HttpResponse response) {
		if (HttpUtil.isTransferEncodingChunked(response)) {
			HttpUtil.setTransferEncodingChunked(response, false);
			this.exchange.endedByClose();
		}
		response.setProtocolVersion(HttpVersion.HTTP_1_1);
		HttpHeaders headers = response.headers();
		List<Map.Entry<String, String>> own = ResponseFields.addedTo(headers);
		headers.set(HttpHeaderNames.CONNECTION,
				this.exchange.isPersistent() ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
		own.forEach((field) -> headers.remove(field.getKey()).add(field.getKey(), field.getValue()));
	}

	private void writeEncoded(List<Object> encoded, ChannelPromise promise) {
		if (this.connection.gathering && isSmall(encoded)) {
			for (int i = 0; i < encoded.size(); i++) {
				this.batch.append((ByteBuf) encoded.get(i), this.ctx);
			}
			if (!promise.isVoid()) {
				promise.trySuccess();
			}
			return;
		}
		this.batch.write(this.ctx);
		long size = size(encoded);
		int lastIndex = encoded.size() - 1;
		for (int i = 0; i < lastIndex; i++) {
			// A failure of an earlier part fails the connection, and with it the last
			// part.
			this.ctx.write(encoded.get(i), this.ctx.voidPromise());
		}
		this.ctx.write(encoded.get(lastIndex), promise);
		this.batch.written(size, this.ctx);
	}

	private static boolean isSmall(List<Object> encoded) {
		for (int i = 0; i < encoded.size(); i++) {
			if (!(encoded.get(i) instanceof ByteBuf)) {
				return false;
			}
		}
		return size(encoded) < OutputBatch.LARGE;
	}

	/** Octets, where they are in memory. */
	private static long size(List<Object> encoded) {
		long size = 0;
		for (int i = 0; i < encoded.size(); i++) {
			size += (encoded.get(i) instanceof ByteBuf buffer) ? buffer.readableBytes() : 0;
		}
		return size;
	}

}
