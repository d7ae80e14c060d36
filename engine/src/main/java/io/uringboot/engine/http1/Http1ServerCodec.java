package io.uringboot.engine.http1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;

/**
 * The HTTP/1.1 codec of a connection. It frames every request with one strict parser and
 * then has it answered in place, or hands it to the standard path as Netty's messages:
 * one request at a time, the next one only when nothing of the last is open. So answers
 * leave in the order of the requests, whatever path each took.
 * <p>
 * Answers that come while a buffer is being decoded are gathered and leave with one
 * write; a response of the standard path counts as written when it has been gathered,
 * because otherwise every pipelined request would wait for a round trip to the kernel.
 */
final class Http1ServerCodec extends ChannelDuplexHandler {

	private enum State {

		/** A request head comes next. */
		HEAD,

		/** Content of a request on the standard path comes next. */
		CONTENT,

		/** An answer is awaited; what comes is held. */
		WAIT,

		/** Nothing is taken in any more. */
		CLOSED

	}

	/** How often a chunked content is looked at whether it has become complete. */
	private static final int MAX_CHUNKED_LOOKS = 4;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(Http1ServerCodec.class);

	private static final ResponseHead FAILED = ResponseHead.of(HttpResponseStatus.INTERNAL_SERVER_ERROR);

	private final Http1Settings settings;

	private final RequestHead head = new RequestHead();

	private final RequestParser parser;

	private final ResponseEncoder encoder = new ResponseEncoder();

	private final StandardExchange exchange = new StandardExchange();

	private final OutputBatch batch = new OutputBatch();

	private final List<Object> encoded = new ArrayList<>(2);

	private @Nullable InPlaceResponder responder;

	private @Nullable ResponseWriter writer;

	private @Nullable ChunkedFraming chunks;

	private @Nullable ConnectionLifecycle lifecycle;

	private State state = State.HEAD;

	/** What was received and must wait; its first octet is the first not taken in. */
	private @Nullable ByteBuf held;

	/** Octets of content that are still to come, where their number is known. */
	private long contentLeft;

	/** Octets that must be there before the head is looked at again; 0 if any will do. */
	private int awaited;

	private int chunkedLooks;

	private boolean decoding;

	/** Whether a message was passed on since the last read completed. */
	private boolean passedOn;

	private boolean readHeldBack;

	private boolean inputShutdown;

	private @Nullable DeferredResponse deferred;

	/**
	 * Index into the array of request octets from which on the buffer is mirrored there.
	 */
	private int mirrorFrom;

	private int mirrorTo;

	Http1ServerCodec(Http1Settings settings) {
		this.settings = settings;
		this.parser = new RequestParser(settings.limits(), this.head);
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.responder = this.settings.newResponder();
		this.writer = new ResponseWriter(ctx, this.batch, this.settings.serverField(),
				(deferred) -> complete(ctx, deferred));
		this.lifecycle = new ConnectionLifecycle(ctx, this.settings);
		allowHalfClosure(ctx, true);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		releaseHeld();
		allowHalfClosure(ctx, false);
	}

	/**
	 * RFC 9112 §9.6: a client may close its sending side and still read answers. Other
	 * protocols on the same connection end with it, as without this codec.
	 */
	static void allowHalfClosure(ChannelHandlerContext ctx, boolean allow) {
		ctx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, allow);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) throws Exception {
		this.state = State.CLOSED;
		releaseHeld();
		if (this.deferred != null) {
			this.deferred.connectionClosed();
			this.deferred = null;
		}
		lifecycle().inactive();
		ctx.fireChannelInactive();
	}

	/**
	 * A connection that breaks is closed by the transport, and whoever works for it
	 * learns that it has been closed. Told of the failure before, reactor-netty would
	 * hand on two errors, of which Reactor logs the second one as dropped: a line for
	 * each client that goes away.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
		if (cause instanceof IOException) {
			logger.debug("{} Connection broke", ctx.channel(), cause);
			ctx.close();
			return;
		}
		ctx.fireExceptionCaught(cause);
	}

	// input

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof ByteBuf input)) {
			ctx.fireChannelRead(message);
			return;
		}
		if (this.state == State.CLOSED) {
			discard(input);
			return;
		}
		if (this.held != null) {
			input = joinHeld(ctx, this.held, input);
		}
		else if (isHeldBack(ctx)) {
			input = copyOf(ctx, input);
		}
		else {
			decode(ctx, input, false);
			return;
		}
		if (isHeldBack(ctx) || this.awaited > input.readableBytes()) {
			this.held = input;
		}
		else {
			decode(ctx, input, true);
		}
	}

	/** Whether no request may be taken in now. */
	private boolean isHeldBack(ChannelHandlerContext ctx) {
		return this.state == State.WAIT || (this.state == State.HEAD && !ctx.channel().isWritable());
	}

	private ByteBuf joinHeld(ChannelHandlerContext ctx, ByteBuf before, ByteBuf input) {
		this.held = null;
		ByteBuf held = before;
		if (held.refCnt() > 1) {
			// Somebody still reads content that was taken from it: it must not be moved.
			held = ctx.alloc().buffer(before.readableBytes() + input.readableBytes()).writeBytes(before);
			before.release();
		}
		else {
			held.discardSomeReadBytes();
		}
		held.writeBytes(input);
		input.release();
		return held;
	}

	/**
	 * So that a small rest does not keep a large receive buffer from being used again.
	 */
	private static ByteBuf copyOf(ChannelHandlerContext ctx, ByteBuf input) {
		ByteBuf copy = ctx.alloc().buffer(input.readableBytes());
		copy.writeBytes(input);
		input.release();
		return copy;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		if (this.batch.needsFlush()) {
			this.batch.flush(ctx);
		}
		lifecycle().readCompleted(isRequestPartial());
		ctx.fireChannelReadComplete();
		// Who reads a content asks for more of it; behind an early answer nobody does.
		boolean contentWanted = this.passedOn && !this.exchange.isResponseWritten();
		this.passedOn = false;
		if (this.state == State.HEAD || this.state == State.CLOSED || (this.state == State.CONTENT && !contentWanted)
				|| this.deferred != null || this.readHeldBack) {
			this.readHeldBack = false;
			readMore(ctx); // behind a deferred answer to learn that the client is gone
		}
	}

	/** Asks for input, unless the client does not take its answers. */
	private void readMore(ChannelHandlerContext ctx) {
		if (!ctx.channel().isWritable() && this.state == State.HEAD) {
			holdReadBack(ctx);
		}
		else if (!ctx.channel().config().isAutoRead()) {
			read(ctx);
		}
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		if (this.inputShutdown) {
			return; // epoll fails the connection when it is asked to read behind the end
		}
		if (this.decoding) {
			this.readHeldBack = true; // until it is known how much there is to hold
			return;
		}
		ByteBuf held = this.held;
		boolean full = this.state == State.WAIT && held != null
				&& held.readableBytes() >= this.settings.limits().maxHeld();
		if (full || (this.state == State.HEAD && !ctx.channel().isWritable())) {
			holdReadBack(ctx);
			return;
		}
		if (this.state == State.CONTENT) {
			lifecycle().contentAwaited();
		}
		ctx.read();
	}

	/**
	 * epoll and NIO go on reading by themselves as long as reading is automatic, which
	 * reactor-netty makes it behind each request.
	 */
	private void holdReadBack(ChannelHandlerContext ctx) {
		this.readHeldBack = true;
		if (ctx.channel().config().isAutoRead()) {
			ctx.channel().config().setAutoRead(false);
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
		ctx.fireChannelWritabilityChanged();
		if (ctx.channel().isWritable() && this.state == State.HEAD && !this.decoding) {
			resume(ctx);
		}
	}

	/** Goes on with what was held, and with reading. */
	private void resume(ChannelHandlerContext ctx) {
		ByteBuf held = this.held;
		if (this.state == State.HEAD && held != null && ctx.channel().isWritable()) {
			this.held = null;
			decode(ctx, held, true);
		}
		if (this.batch.needsFlush()) {
			this.batch.flush(ctx);
		}
		if (this.inputShutdown && isAtEndOfInput(ctx)) {
			this.state = State.CLOSED;
			discardHeld();
			lifecycle().closeRequested(null);
			lifecycle().closeWhenWritten();
		}
		else if (this.state == State.HEAD || (this.readHeldBack && this.held == null)) {
			this.readHeldBack = false;
			// Also with automatic reading: it asked when the last read completed, and may
			// have been held back. To ask again for what is asked for already does
			// nothing.
			read(ctx);
		}
		this.passedOn = false;
		lifecycle().readCompleted(isRequestPartial());
	}

	/** Whether all that came has been answered, or lacks octets that will not come. */
	private boolean isAtEndOfInput(ChannelHandlerContext ctx) {
		return this.state == State.CONTENT || (this.state == State.HEAD && ctx.channel().isWritable());
	}

	private boolean isRequestPartial() {
		return this.held != null && this.state == State.HEAD;
	}

	// decoding

	/**
	 * Takes over the buffer.
	 * @param own whether the buffer is this connection's own, so that the rest may stay
	 * in it
	 */
	private void decode(ChannelHandlerContext ctx, ByteBuf input, boolean own) {
		LoopBuffers buffers = LoopBuffers.acquire();
		this.batch.open(buffers.output);
		writer().batch(this.settings.date());
		this.mirrorFrom = this.mirrorTo = 0;
		this.decoding = true;
		try {
			while (input.isReadable() && step(ctx, input, buffers)) {
				// each step takes in a request, or a part of its content
			}
		}
		catch (Throwable ex) {
			this.state = State.CLOSED;
			ctx.fireExceptionCaught(ex);
			lifecycle().closeRequested(null);
		}
		finally {
			this.decoding = false;
			this.batch.write(ctx);
			buffers.release();
			if (this.state == State.CLOSED || !input.isReadable()) {
				discard(input);
			}
			else {
				this.held = own ? input : copyOf(ctx, input);
			}
		}
		if (lifecycle().isCloseRequested()) {
			this.batch.flush(ctx);
			lifecycle().closeWhenWritten();
		}
	}

	/** Octets behind the last request: there may be more of them to come. */
	private void discard(ByteBuf input) {
		if (input.isReadable() && !this.inputShutdown) {
			lifecycle().discarded(input.readableBytes());
		}
		input.release();
	}

	private void discardHeld() {
		ByteBuf held = this.held;
		if (held != null) {
			this.held = null;
			discard(held);
		}
	}

	private void releaseHeld() {
		ByteBuf held = this.held;
		if (held != null) {
			this.held = null;
			held.release();
		}
	}

	private boolean step(ChannelHandlerContext ctx, ByteBuf input, LoopBuffers buffers) {
		return switch (this.state) {
			case HEAD -> head(ctx, input, buffers);
			case CONTENT -> (this.contentLeft < 0) ? chunkedContent(ctx, input) : content(ctx, input);
			case WAIT, CLOSED -> false;
		};
	}

	private boolean head(ChannelHandlerContext ctx, ByteBuf input, LoopBuffers buffers) {
		if (this.awaited > input.readableBytes()) {
			return false;
		}
		if (this.batch.isLarge() || !ctx.channel().isWritable()) {
			this.batch.write(ctx);
			if (!ctx.channel().isWritable()) {
				this.batch.flush(ctx);
				if (!ctx.channel().isWritable()) {
					return false; // goes on when the client has taken some answers
				}
			}
		}
		int start = mirror(input, buffers, 1);
		RequestParser.Result result = this.parser.parse(buffers.input, start, this.mirrorTo - this.mirrorFrom);
		if (result == RequestParser.Result.INCOMPLETE && this.mirrorTo < input.writerIndex()) {
			start = mirror(input, buffers, input.readableBytes());
			result = this.parser.parse(buffers.input, start, this.mirrorTo - this.mirrorFrom);
		}
		return switch (result) {
			case INCOMPLETE -> false;
			case FAILED -> {
				refuse(ctx, this.parser.error());
				yield false;
			}
			case COMPLETE -> request(ctx, input, buffers, start);
		};
	}

	/**
	 * Has at least so many octets from the reader index on in the array.
	 * @return the index in the array of the octet at the reader index
	 */
	private int mirror(ByteBuf input, LoopBuffers buffers, int count) {
		int from = input.readerIndex();
		if (from >= this.mirrorFrom && from + count <= this.mirrorTo) {
			return from - this.mirrorFrom;
		}
		buffers.growInput(count);
		int length = Math.min(input.readableBytes(), buffers.input.length);
		input.getBytes(from, buffers.input, 0, length);
		this.mirrorFrom = from;
		this.mirrorTo = from + length;
		return 0;
	}

	private boolean request(ChannelHandlerContext ctx, ByteBuf input, LoopBuffers buffers, int start) {
		InPlaceResponder responder = this.responder;
		if (responder != null && !this.head.isExpectContinue() && !this.head.isUpgrade()) {
			int most = responder.accept(this.head);
			if (most != InPlaceResponder.NOT_MINE && this.head.contentLength() <= most) {
				return this.head.hasNoContent() ? inPlace(ctx, input, responder, this.head.length, start, 0)
						: inPlaceWithContent(ctx, input, buffers, responder, most);
			}
		}
		return standard(ctx, input);
	}

	// in place

	/** A request whose content is complete, or that waits until it is. */
	private boolean inPlaceWithContent(ChannelHandlerContext ctx, ByteBuf input, LoopBuffers buffers,
			InPlaceResponder responder, int most) {
		if (this.head.isChunked()) {
			return inPlaceChunked(ctx, input, buffers, responder, most);
		}
		int total = this.head.length + (int) this.head.contentLength();
		if (input.readableBytes() < total) {
			await(total);
			return false;
		}
		int start = mirror(input, buffers, total);
		this.head.bytes = buffers.input;
		this.head.start = start;
		return inPlace(ctx, input, responder, total, start, (int) this.head.contentLength());
	}

	private boolean inPlaceChunked(ChannelHandlerContext ctx, ByteBuf input, LoopBuffers buffers,
			InPlaceResponder responder, int most) {
		int available = (int) Math.min(input.readableBytes(), this.head.length + 2L * most + 64);
		int start = mirror(input, buffers, available);
		byte[] bytes = buffers.input;
		this.head.bytes = bytes;
		this.head.start = start;
		ChunkedFraming chunks = chunks();
		chunks.reset();
		int from = start + this.head.length;
		int end = start + available;
		// The data are moved together in the array, over the framing that was between
		// them.
		int contentEnd = from;
		int index = from;
		while (!chunks.isEnd() && index < end) {
			int data = (int) Math.min(chunks.data(), end - index);
			if (data > 0) {
				System.arraycopy(bytes, index, bytes, contentEnd, data);
				contentEnd += data;
				index += data;
				chunks.dataTaken(data);
			}
			else if (!chunks.accept(bytes[index++])) {
				break;
			}
		}
		this.mirrorFrom = this.mirrorTo = 0; // the array does not mirror the buffer any
												// more
		if (chunks.error() != null) {
			refuse(ctx, chunks.error());
			return false;
		}
		boolean whole = chunks.isEnd() && contentEnd - from <= most;
		if (whole) {
			return inPlace(ctx, input, responder, index - start, start, contentEnd - from);
		}
		boolean mayBecomeWhole = !chunks.isEnd() && contentEnd - from <= most && available == input.readableBytes()
				&& ++this.chunkedLooks < MAX_CHUNKED_LOOKS;
		if (mayBecomeWhole) {
			await(available + 1);
			return false;
		}
		return standard(ctx, input);
	}

	private void await(int octets) {
		this.awaited = octets;
		this.parser.reset();
	}

	private boolean inPlace(ChannelHandlerContext ctx, ByteBuf input, InPlaceResponder responder, int total, int start,
			int contentLength) {
		ConnectionLifecycle lifecycle = lifecycle();
		ResponseWriter writer = writer();
		boolean last = lifecycle.isLast(this.head);
		writer.start(this.head.methodIs(Methods.HEAD), this.head.isHttp11(), last);
		try {
			if (!responder.respond(this.head, this.head.bytes, start + this.head.length, contentLength, writer)) {
				return standard(ctx, input);
			}
			if (!writer.isAnswered()) {
				throw new IllegalStateException("a request was taken but neither answered nor deferred");
			}
		}
		catch (RuntimeException ex) {
			last = failed(writer, ex);
		}
		lifecycle.answeredInPlace();
		input.skipBytes(total);
		nextHead();
		this.deferred = writer.deferred();
		if (this.deferred != null) {
			this.state = State.WAIT;
			return false;
		}
		if (last) {
			end();
			return false;
		}
		return true;
	}

	/**
	 * A handler failed: the client gets an answer if none has begun, and the connection
	 * ends.
	 */
	private static boolean failed(ResponseWriter writer, RuntimeException failure) {
		logger.error("Answering a request in place failed; the connection is closed", failure);
		writer.undefer(); // who deferred and then failed will not answer
		if (!writer.isAnswered()) {
			writer.closeAfter();
			writer.write(FAILED);
		}
		return true;
	}

	private void nextHead() {
		lifecycle().requestReceived();
		this.parser.reset();
		this.awaited = 0;
		this.chunkedLooks = 0;
	}

	/** No further request is taken in: the answer that has been gathered is the last. */
	private void end() {
		this.state = State.CLOSED;
		discardHeld();
		lifecycle().closeRequested(null);
	}

	private void complete(ChannelHandlerContext ctx, DeferredResponse deferred) {
		if (this.deferred != deferred) {
			return; // the connection is gone
		}
		this.deferred = null;
		boolean last = deferred.close || lifecycle().isStopping();
		LoopBuffers buffers = LoopBuffers.acquire();
		this.batch.open(buffers.output);
		ResponseWriter writer = writer();
		writer.batch(this.settings.date());
		writer.start(deferred.head, deferred.http11, last);
		try {
			deferred.answer().accept(writer);
			if (!writer.isAnswered()) {
				throw new IllegalStateException("a deferred response was completed without an answer");
			}
		}
		catch (RuntimeException ex) {
			last = failed(writer, ex);
		}
		finally {
			this.batch.write(ctx);
			buffers.release();
		}
		this.deferred = writer.deferred();
		if (last) {
			this.batch.flush(ctx);
			end();
			lifecycle().closeWhenWritten();
		}
		else if (this.deferred == null) {
			this.state = State.HEAD;
			resume(ctx);
		}
	}

	private void refuse(ChannelHandlerContext ctx, @Nullable RequestError error) {
		if (error == null) {
			throw new IllegalStateException("no error");
		}
		byte[] response = ErrorResponses.of(error, this.settings.serverField(), this.settings.date());
		this.batch.append(response, 0, response.length, ctx);
		this.state = State.CLOSED;
		lifecycle().refused(error);
	}

	/** The rest of a request did not come in time. */
	void requestTimedOut(ChannelHandlerContext ctx) {
		if (this.state == State.CONTENT) {
			ctx.close(); // whoever reads the content learns that it broke off
		}
		else if (isRequestPartial()) {
			releaseHeld();
			LoopBuffers buffers = LoopBuffers.acquire();
			this.batch.open(buffers.output);
			refuse(ctx, RequestError.REQUEST_TIMEOUT);
			this.batch.write(ctx);
			buffers.release();
			lifecycle().closeWhenWritten();
		}
	}

	// standard path

	private boolean standard(ChannelHandlerContext ctx, ByteBuf input) {
		if (Upgrades.isProtocolSwitch(this.head)) {
			this.state = State.CLOSED;
			this.batch.write(ctx);
			Upgrades.stepAside(ctx, this, this.settings, input.readRetainedSlice(input.readableBytes()),
					this.head.length, this.head.methodIs(Methods.CONNECT));
			return false;
		}
		input.skipBytes(this.head.length);
		this.exchange.start(this.head);
		this.encoder.answers(this.head);
		boolean noContent = this.head.hasNoContent();
		if (noContent) {
			this.state = State.WAIT;
		}
		else {
			this.state = State.CONTENT;
			this.contentLeft = this.head.isChunked() ? -1 : this.head.contentLength();
			if (this.head.isChunked()) {
				chunks().reset();
			}
		}
		Object request = this.head.toHttpRequest();
		nextHead();
		this.passedOn = true;
		ctx.fireChannelRead(request);
		if (noContent) {
			ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
		}
		return true;
	}

	private boolean content(ChannelHandlerContext ctx, ByteBuf input) {
		int count = (int) Math.min(this.contentLeft, input.readableBytes());
		this.contentLeft -= count;
		boolean last = this.contentLeft == 0;
		pass(ctx, input, count, last);
		if (last) {
			contentReceived();
		}
		return true;
	}

	private void pass(ChannelHandlerContext ctx, ByteBuf input, int count, boolean last) {
		this.exchange.contentStarted();
		if (this.exchange.isResponseWritten()) {
			input.skipBytes(count); // nobody listens any more
			return;
		}
		ByteBuf data = input.readRetainedSlice(count);
		this.passedOn = true;
		ctx.fireChannelRead(last ? new DefaultLastHttpContent(data) : new DefaultHttpContent(data));
	}

	private boolean chunkedContent(ChannelHandlerContext ctx, ByteBuf input) {
		ChunkedFraming chunks = chunks();
		while (input.isReadable() && this.state == State.CONTENT) {
			long data = chunks.data();
			if (data > 0) {
				int count = (int) Math.min(data, input.readableBytes());
				chunks.dataTaken(count);
				pass(ctx, input, count, false);
			}
			else if (!chunks.accept(input.readByte())) {
				brokenContent(ctx, chunks.error());
				return false;
			}
			else if (chunks.isEnd()) {
				passTrailers(ctx, chunks.trailers());
				contentReceived();
				return true;
			}
		}
		return true;
	}

	private void passTrailers(ChannelHandlerContext ctx, @Nullable HttpHeaders trailers) {
		if (this.exchange.isResponseWritten()) {
			return;
		}
		this.passedOn = true;
		if (trailers == null) {
			ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
			return;
		}
		ctx.fireChannelRead(new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER, trailers));
	}

	private void contentReceived() {
		this.exchange.contentReceived();
		if (this.state == State.CONTENT) {
			this.state = State.WAIT;
		}
		finishExchange();
	}

	/**
	 * RFC 9112 §6.3: the request is answered 400 if nothing was, and never a second time.
	 */
	private void brokenContent(ChannelHandlerContext ctx, @Nullable RequestError error) {
		boolean answered = this.exchange.isResponseStarted();
		this.state = State.CLOSED;
		lifecycle().expectMore();
		if (answered) {
			lifecycle().closeRequested(null);
			return;
		}
		String description = (error != null) ? error.description() : "content is malformed";
		DefaultLastHttpContent broken = new DefaultLastHttpContent();
		broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(description)));
		this.passedOn = true;
		ctx.fireChannelRead(broken);
	}

	private void finishExchange() {
		if (!this.exchange.finish()) {
			return;
		}
		if (this.state != State.CLOSED) {
			this.state = this.exchange.isPersistent() ? State.HEAD : State.CLOSED;
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
		ctx.fireUserEventTriggered(event);
		if (TerminatedEvent.is(event)) {
			this.exchange.terminated();
			finishExchange();
			resumeLater(ctx);
		}
		else if (event instanceof ChannelInputShutdownEvent) {
			inputShutdown(ctx);
		}
	}

	/**
	 * After the standard path has unwound, as reactor-netty itself goes on with a queued
	 * request.
	 */
	private void resumeLater(ChannelHandlerContext ctx) {
		if (!this.decoding && this.state == State.HEAD
				&& (this.held != null || this.readHeldBack || this.inputShutdown)) {
			ctx.executor().execute(() -> resume(ctx));
		}
	}

	/** The client's end came while another handler read. */
	void inputHasEnded() {
		this.inputShutdown = true;
	}

	/** RFC 9112 §9.6: requests that came before the client's FIN are answered. */
	void inputShutdown(ChannelHandlerContext ctx) {
		this.inputShutdown = true;
		boolean waiting = this.state == State.WAIT
				|| (this.state == State.HEAD && this.held != null && !ctx.channel().isWritable());
		if (!waiting && !this.decoding) {
			this.state = State.CLOSED;
			lifecycle().inputEnded();
			close(ctx, ctx.newPromise());
		}
	}

	// output of the standard path

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
		if (!this.encoder.acceptOutboundMessage(message)) {
			this.batch.write(ctx);
			ctx.write(message, promise);
			this.batch.written(0, ctx);
			return;
		}
		boolean informational = message instanceof HttpResponse response && noteResponse(response);
		boolean last = message instanceof LastHttpContent && !informational;
		if (last) {
			this.exchange.responseWritten();
			if (ChannelOperations.get(ctx.channel()) == null) {
				this.exchange.terminated(); // no reactor-netty that would say so
			}
		}
		if (last && this.state == State.CONTENT && !this.exchange.isPersistent()) {
			lifecycle().expectMore();
		}
		ChannelPromise written = promise;
		if (last && (this.exchange.isContentUncertain() || this.exchange.isEndedByClose())) {
			this.state = State.CLOSED;
			written = promise.unvoid().addListener(ChannelFutureListener.CLOSE);
		}
		this.encoder.encodeTo(ctx, message, this.encoded);
		try {
			writeEncoded(ctx, written);
		}
		finally {
			this.encoded.clear();
		}
		if (last) {
			finishExchange();
			resumeLater(ctx);
		}
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
		else if (this.exchange.isContentUncertain()) {
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
	 * in place (RFC 9110 §6.2).
	 */
	private void toHttp10Client(HttpResponse response) {
		if (HttpUtil.isTransferEncodingChunked(response)) {
			HttpUtil.setTransferEncodingChunked(response, false);
			this.exchange.endedByClose();
		}
		response.setProtocolVersion(HttpVersion.HTTP_1_1);
		response.headers()
			.set(HttpHeaderNames.CONNECTION,
					this.exchange.isPersistent() ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
	}

	private void writeEncoded(ChannelHandlerContext ctx, ChannelPromise promise) {
		List<Object> encoded = this.encoded;
		if (this.decoding && isSmall(encoded)) {
			for (int i = 0; i < encoded.size(); i++) {
				this.batch.append((ByteBuf) encoded.get(i), ctx);
			}
			if (!promise.isVoid()) {
				promise.trySuccess();
			}
			return;
		}
		this.batch.write(ctx);
		long size = size(encoded);
		int lastIndex = encoded.size() - 1;
		for (int i = 0; i < lastIndex; i++) {
			// A failure of an earlier part fails the connection, and with it the last
			// part.
			ctx.write(encoded.get(i), ctx.voidPromise());
		}
		ctx.write(encoded.get(lastIndex), promise);
		this.batch.written(size, ctx);
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

	@Override
	public void flush(ChannelHandlerContext ctx) {
		if (!this.decoding) {
			this.batch.flush(ctx);
		}
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		ConnectionLifecycle lifecycle = lifecycle();
		if (this.decoding) {
			this.state = State.CLOSED;
			lifecycle.closeRequested(promise);
		}
		else if (this.deferred != null && ctx.channel().isActive() && !this.inputShutdown) {
			lifecycle.stopping(promise); // the answer that is being made still leaves
		}
		else {
			this.state = State.CLOSED;
			discardHeld();
			lifecycle.close(promise);
		}
	}

	private ChunkedFraming chunks() {
		ChunkedFraming chunks = this.chunks;
		if (chunks == null) {
			chunks = new ChunkedFraming(this.settings.limits());
			this.chunks = chunks;
		}
		return chunks;
	}

	private ResponseWriter writer() {
		ResponseWriter writer = this.writer;
		if (writer == null) {
			throw new IllegalStateException("not added to a pipeline");
		}
		return writer;
	}

	private ConnectionLifecycle lifecycle() {
		ConnectionLifecycle lifecycle = this.lifecycle;
		if (lifecycle == null) {
			throw new IllegalStateException("not added to a pipeline");
		}
		return lifecycle;
	}

}
