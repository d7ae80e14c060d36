package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests to the standard path as Netty's messages: one at a time, the content as
 * it comes.
 */
final class StandardPath {

	/** Of a content whose end its chunks tell. */
	private static final long CHUNKED = -1;

	private final Http1Connection connection;

	private final ChannelHandlerContext ctx;

	private final StandardExchange exchange;

	final StandardOutput output;

	/** Octets of content that are still to come, or {@link #CHUNKED}. */
	private long contentLeft;

	StandardPath(Http1Connection connection) {
		this.connection = connection;
		this.ctx = connection.ctx;
		this.exchange = connection.exchange;
		this.output = new StandardOutput(connection);
	}

	/**
	 * Takes in the request whose head has been parsed.
	 * @return whether decoding may go on
	 */
	boolean request(ByteBuf input) {
		Http1Connection connection = this.connection;
		RequestHead head = connection.head;
		if (Upgrades.isProtocolSwitch(head)) {
			stepAside(input);
			return false;
		}
		input.skipBytes(head.length);
		start(head);
		boolean noContent = head.hasNoContent();
		connection.state = noContent ? State.WAIT : State.CONTENT;
		this.contentLeft = head.isChunked() ? CHUNKED : head.contentLength();
		if (head.isChunked()) {
			connection.chunks().reset();
		}
		Object request = NettyRequest.of(head);
		connection.decoder.nextHead();
		connection.passedOn = true;
		this.ctx.fireChannelRead(request);
		if (noContent) {
			this.ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
		}
		return true;
	}

	private void start(RequestHead head) {
		Http10KeepAlive.prepare(this.ctx.pipeline(), head);
		this.exchange.start(head);
		this.output.answers(head);
	}

	private void stepAside(ByteBuf input) {
		Http1Connection connection = this.connection;
		RequestHead head = connection.head;
		connection.state = State.CLOSED;
		connection.batch.write(this.ctx);
		Upgrades.stepAside(this.ctx, connection.settings, input.readRetainedSlice(input.readableBytes()), head.length,
				head.methodCode == Methods.CONNECT);
	}

	/** Takes in a request that was to be answered in place and is there as a whole. */
	void request(DeferredRequest request) {
		Http1Connection connection = this.connection;
		RequestParser parser = connection.parser;
		if (parser.parse(request.octets, 0, request.headLength) != RequestParser.Result.COMPLETE) {
			throw new IllegalStateException("a request that was accepted is refused");
		}
		start(connection.head);
		if (connection.lifecycle.isStopping()) {
			this.exchange.last();
		}
		boolean noContent = connection.head.hasNoContent();
		boolean chunked = connection.head.isChunked();
		Object message = NettyRequest.of(connection.head);
		parser.reset();
		parser.forget(); // the array, which is the request's own
		this.ctx.fireChannelRead(message);
		if (noContent) {
			this.ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
			return;
		}
		int length = request.contentLength();
		if (length > 0 && !this.exchange.isResponseWritten()) {
			pass(Unpooled.wrappedBuffer(request.octets, request.headLength, length), !chunked);
		}
		if (chunked) {
			passTrailers(request.trailers);
		}
		contentReceived();
	}

	/**
	 * Takes in what there is of a content.
	 * @return whether decoding may go on
	 */
	boolean content(ByteBuf input) {
		if (this.contentLeft == CHUNKED) {
			return chunkedContent(input);
		}
		int count = (int) Math.min(this.contentLeft, input.readableBytes());
		this.contentLeft -= count;
		boolean last = this.contentLeft == 0;
		pass(input, count, last);
		if (last) {
			contentReceived();
		}
		return true;
	}

	private void pass(ByteBuf input, int count, boolean last) {
		this.exchange.contentStarted();
		if (this.exchange.isResponseWritten()) {
			input.skipBytes(count); // nobody listens any more
			return;
		}
		pass(take(input, count), last);
	}

	/** Hands the data on, and the only reference to them. */
	private void pass(ByteBuf data, boolean last) {
		this.connection.passedOn = true;
		this.ctx.fireChannelRead(last ? new DefaultLastHttpContent(data) : new DefaultHttpContent(data));
	}

	/**
	 * Content has a reference count of its own: a slice shares that of what was received,
	 * and an application that releases content once too often (Spring does when JSON for
	 * a {@code Flux} is malformed) would free the octets that follow before they are
	 * read, or leave the connection to free a buffer that is another's by now. What is
	 * followed by other octets is copied, so that it does not hold on to them.
	 */
	private ByteBuf take(ByteBuf input, int count) {
		if (count == input.readableBytes()) {
			return this.ctx.alloc().compositeBuffer(1).addComponent(true, input.readRetainedSlice(count));
		}
		ByteBuf copy = this.ctx.alloc().buffer(count);
		input.readBytes(copy, count);
		return copy;
	}

	private boolean chunkedContent(ByteBuf input) {
		ChunkedFraming chunks = this.connection.chunks();
		while (input.isReadable() && this.connection.state == State.CONTENT) {
			long data = chunks.data();
			if (data > 0) {
				int count = (int) Math.min(data, input.readableBytes());
				chunks.dataTaken(count);
				pass(input, count, false);
			}
			else if (!chunks.accept(input.readByte())) {
				brokenContent(chunks.error());
				return false;
			}
			else if (chunks.isEnd()) {
				passTrailers(chunks.trailers());
				contentReceived();
				return true;
			}
		}
		return true;
	}

	private void passTrailers(@Nullable HttpHeaders trailers) {
		if (this.exchange.isResponseWritten()) {
			return;
		}
		this.connection.passedOn = true;
		if (trailers == null) {
			this.ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
			return;
		}
		this.ctx.fireChannelRead(new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER, trailers));
	}

	private void contentReceived() {
		this.exchange.contentReceived();
		if (this.connection.state == State.CONTENT) {
			this.connection.state = State.WAIT;
		}
		finishExchange();
	}

	/**
	 * RFC 9112 §6.3: the request is answered 400 if nothing was, and never a second time.
	 */
	private void brokenContent(@Nullable RequestError error) {
		boolean answered = this.exchange.isResponseStarted();
		this.connection.state = State.CLOSED;
		this.connection.closing.expectMore();
		if (answered) {
			this.connection.closing.request(null);
			return;
		}
		String description = (error != null) ? error.description() : "content is malformed";
		DefaultLastHttpContent broken = new DefaultLastHttpContent();
		broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(description)));
		this.connection.passedOn = true;
		this.ctx.fireChannelRead(broken);
	}

	/** The server has taken leave of the request. */
	void terminated() {
		this.exchange.terminated();
		finishExchange();
		this.connection.input.resumeLater();
	}

	/** The last part of the response has been written. */
	void responseWritten() {
		finishExchange();
		this.connection.input.resumeLater();
	}

	private void finishExchange() {
		if (this.exchange.finish() && this.connection.state != State.CLOSED) {
			this.connection.state = this.exchange.isPersistent() ? State.HEAD : State.CLOSED;
		}
	}

}
