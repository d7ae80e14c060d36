package io.uringboot.engine.http1;

import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to one request into the batch that its connection gathers. Exactly
 * one of the write methods or {@link #defer()} must be called for a request. Event loop
 * only, and only until the handler returns.
 */
public final class ResponseWriter {

	private static final byte[] EMPTY = new byte[0];

	private final ChannelHandlerContext ctx;

	private final ResponseOutput output;

	private final Consumer<DeferredResponse> deferrals;

	private boolean head;

	private boolean http11;

	private boolean close;

	private boolean answered;

	private @Nullable HttpResponseStatus status;

	/** Made when it is first needed. */
	private @Nullable ResponseBuilder builder;

	private @Nullable DeferredResponse deferred;

	ResponseWriter(ChannelHandlerContext ctx, OutputBatch batch, byte[] serverField,
			Consumer<DeferredResponse> deferrals) {
		this.ctx = ctx;
		this.output = new ResponseOutput(ctx, batch, serverField);
		this.deferrals = deferrals;
	}

	/** Starts a batch: the date is the same for all its answers. */
	void batch(byte[] date) {
		this.output.date(date);
	}

	/** Starts an answer. */
	void start(boolean head, boolean http11, boolean close) {
		this.head = head;
		this.http11 = http11;
		this.close = close;
		this.answered = false;
		this.deferred = null;
		this.status = null;
		if (this.builder != null) {
			this.builder.reset();
		}
	}

	/** Has the answer say that the connection ends. */
	void closeAfter() {
		this.close = true;
	}

	/**
	 * The channel of the connection: what it is, and attributes to leave with it. Nothing
	 * is to be written to it.
	 * @return the channel
	 */
	public Channel channel() {
		return this.ctx.channel();
	}

	/**
	 * Whether the request has been answered, or {@link #defer() will be}.
	 * @return whether nothing may be written any more
	 */
	public boolean isAnswered() {
		return this.answered;
	}

	/**
	 * Whether the request is a HEAD: the content of its answer is not sent and need not
	 * be made.
	 * @return whether the answer has no content
	 */
	public boolean isHead() {
		return this.head;
	}

	/**
	 * The status of the answer.
	 * @return the status, null as long as no answer was written
	 */
	public @Nullable HttpResponseStatus status() {
		return this.status;
	}

	@Nullable DeferredResponse deferred() {
		return this.deferred;
	}

	/** Takes a deferral back: the answer can be given now, and not later any more. */
	void undefer() {
		if (this.deferred != null) {
			this.deferred.abandoned();
			this.deferred = null;
			this.answered = false;
		}
	}

	/**
	 * Starts a response with field lines of its own.
	 * @param status the status, not an informational one
	 * @return takes fields, and then writes the response
	 * @throws IllegalArgumentException if the status is informational
	 * @throws IllegalStateException if the request has been answered already
	 */
	public ResponseBuilder begin(HttpResponseStatus status) {
		return begin(ResponseHead.cached(status));
	}

	/**
	 * Starts a response with field lines of its own behind constant ones.
	 * @param head status and constant fields
	 * @return takes fields, and then writes the response
	 * @throws IllegalStateException if the request has been answered already
	 */
	public ResponseBuilder begin(ResponseHead head) {
		if (this.answered) {
			throw answeredAlready();
		}
		ResponseBuilder builder = this.builder;
		if (builder == null) {
			builder = new ResponseBuilder(this);
			this.builder = builder;
		}
		return this.output.begin(builder, head);
	}

	/**
	 * Writes a response without content.
	 * @param head status and constant fields
	 */
	public void write(ResponseHead head) {
		write(head, EMPTY, 0, 0);
	}

	/**
	 * Writes a response; the content is left out where the request is a HEAD (RFC 9110
	 * §9.3.2) or the status allows none.
	 * @param head status and constant fields
	 * @param content array with the content; free for other use when the method returns
	 * @param offset index of the content's first octet
	 * @param length octets of content
	 */
	public void write(ResponseHead head, byte[] content, int offset, int length) {
		writeHead(head, head.contentLength(length));
		append(head, content, offset, length);
	}

	/**
	 * Writes a response; the content is left out where the request is a HEAD or the
	 * status allows none. A large content is not copied.
	 * @param head status and constant fields
	 * @param content the content, of which the writer takes ownership
	 */
	public void write(ResponseHead head, ByteBuf content) {
		writeHead(head, head.contentLength(content.readableBytes()));
		append(head, content);
	}

	/**
	 * Writes the response to a HEAD, whose content has not been made.
	 * @param head status and constant fields
	 * @param contentLength octets that the content of the response to a GET would have;
	 * -1 if that is not known, which leaves {@code Content-Length} out (RFC 9110 §8.6)
	 * @throws IllegalStateException if the request is not a HEAD
	 */
	public void writeWithoutContent(ResponseHead head, long contentLength) {
		requireHead();
		writeHead(head, head.contentLength(contentLength));
	}

	void write(ResponseHead head, ResponseBuilder builder, byte[] content, int offset, int length) {
		writeHead(head, builder, head.contentLength(length));
		append(head, content, offset, length);
	}

	void write(ResponseHead head, ResponseBuilder builder, ByteBuf content) {
		writeHead(head, builder, head.contentLength(content.readableBytes()));
		append(head, content);
	}

	void writeWithoutContent(ResponseHead head, ResponseBuilder builder, long contentLength) {
		requireHead();
		writeHead(head, builder, head.contentLength(contentLength));
	}

	private void requireHead() {
		if (!this.head) {
			throw new IllegalStateException("the request is not a HEAD: its answer has a content");
		}
	}

	private void append(ResponseHead head, byte[] content, int offset, int length) {
		if (!this.head && length > 0 && head.allowsContent()) {
			this.output.content(content, offset, length);
		}
	}

	private void append(ResponseHead head, ByteBuf content) {
		if (!this.head && head.allowsContent()) {
			this.output.content(content);
		}
		else {
			content.release();
		}
	}

	/**
	 * Writes a response that was rendered before; the content is left out where the
	 * request is a HEAD. A large content is not copied.
	 * @param image the response
	 */
	public void write(ResponseImage image) {
		answer();
		this.status = image.head.status;
		this.output.image(image, this.head, this.close, this.http11);
	}

	/**
	 * Leaves the answer for later: the connection answers no other request before
	 * {@link DeferredResponse#complete} or {@link DeferredResponse#passOn} was called.
	 * @return the means to answer
	 */
	public DeferredResponse defer() {
		answer();
		DeferredResponse deferred = new DeferredResponse(this.ctx.channel().eventLoop(), this.deferrals, this.head,
				this.http11, this.close);
		this.deferred = deferred;
		return deferred;
	}

	private void answer() {
		markAnswered();
		if (this.builder != null) {
			this.builder.reset();
		}
	}

	private void markAnswered() {
		if (this.answered) {
			throw answeredAlready();
		}
		this.answered = true;
	}

	private static IllegalStateException answeredAlready() {
		return new IllegalStateException("the request has been answered already");
	}

	private void writeHead(ResponseHead head, long length) {
		head.checkLength(length);
		answer();
		this.status = head.status;
		this.output.head(head, length, this.close, this.http11);
	}

	private void writeHead(ResponseHead head, ResponseBuilder builder, long length) {
		markAnswered();
		this.status = head.status;
		this.output.head(head, builder, length, this.close, this.http11);
		builder.reset();
	}

}
