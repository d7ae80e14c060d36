package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to one request into the batch that its connection gathers. Exactly
 * one of the write methods or {@link #defer()} must be called for a request. Event loop
 * only, and only until the handler returns.
 */
public final class ResponseWriter {

	private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");

	private static final byte[] CLOSE = ascii("connection: close\r\n");

	private static final byte[] KEEP_ALIVE = ascii("connection: keep-alive\r\n");

	private static final byte[] DATE = ascii("Date: ");

	private static final byte[] EMPTY = new byte[0];

	/** Octets that the fields set by this class and the line ends take at the most. */
	static final int OWN_FIELDS = CONTENT_LENGTH.length + 10 + KEEP_ALIVE.length + DATE.length + DateField.LENGTH + 6;

	/** How far before its end the date stands in a head. */
	private static final int DATE_FROM_END = DateField.LENGTH + 4;

	private final ChannelHandlerContext ctx;

	private final OutputBatch batch;

	private final byte[] serverField;

	private final Consumer<DeferredResponse> deferrals;

	private boolean head;

	private boolean http11;

	private boolean close;

	private boolean answered;

	private byte[] date = EMPTY;

	private @Nullable DeferredResponse deferred;

	ResponseWriter(ChannelHandlerContext ctx, OutputBatch batch, byte[] serverField,
			Consumer<DeferredResponse> deferrals) {
		this.ctx = ctx;
		this.batch = batch;
		this.serverField = serverField;
		this.deferrals = deferrals;
	}

	/** Starts a batch: the date is the same for all its answers. */
	void batch(byte[] date) {
		this.date = date;
	}

	/** Starts an answer. */
	void start(boolean head, boolean http11, boolean close) {
		this.head = head;
		this.http11 = http11;
		this.close = close;
		this.answered = false;
		this.deferred = null;
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

	@Nullable DeferredResponse deferred() {
		return this.deferred;
	}

	/** Takes a deferral back: the answer can be given now, and not later any more. */
	void undefer() {
		if (this.deferred != null) {
			this.deferred = null;
			this.answered = false;
		}
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
		writeHead(head, length);
		if (!this.head && length > 0 && !head.hasNoContent()) {
			this.batch.append(content, offset, length, this.ctx);
		}
	}

	/**
	 * Writes a response; the content is left out where the request is a HEAD or the
	 * status allows none. A large content is not copied.
	 * @param head status and constant fields
	 * @param content the content, of which the writer takes ownership
	 */
	public void write(ResponseHead head, ByteBuf content) {
		writeHead(head, content.readableBytes());
		if (this.head || head.hasNoContent()) {
			content.release();
		}
		else {
			this.batch.append(content, this.ctx);
		}
	}

	/**
	 * Writes a response that was rendered before; the content is left out where the
	 * request is a HEAD. A large content is not copied.
	 * @param image the response
	 */
	public void write(ResponseImage image) {
		answer();
		ResponseImage.Rendered rendered = image.rendered(this.serverField);
		byte[] octets = this.close ? rendered.closing : this.http11 ? rendered.persistent : rendered.persistent10;
		int headLength = octets.length - rendered.contentLength;
		int length = this.head ? headLength : octets.length;
		int index = this.batch.reserve(length, this.ctx);
		byte[] out = this.batch.bytes();
		System.arraycopy(octets, 0, out, index, length);
		System.arraycopy(this.date, 0, out, index + headLength - DATE_FROM_END, DateField.LENGTH);
		this.batch.advanceTo(index + length);
		ByteBuf content = image.largeContent();
		if (content != null && !this.head) {
			this.batch.append(content.retainedDuplicate(), this.ctx);
		}
	}

	/**
	 * Leaves the answer for later: the connection answers no other request before
	 * {@link DeferredResponse#complete} was called.
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
		if (this.answered) {
			throw new IllegalStateException("the request has been answered already");
		}
		this.answered = true;
	}

	private void writeHead(ResponseHead head, int length) {
		head.checkLength(length);
		answer();
		int index = this.batch.reserve(head.octets.length + this.serverField.length + OWN_FIELDS, this.ctx);
		this.batch.advanceTo(
				putHead(head, length, this.close, this.http11, this.serverField, this.date, this.batch.bytes(), index));
	}

	/**
	 * Puts a whole head into an array that has room for {@link #OWN_FIELDS} more than the
	 * octets of the given head and field.
	 * @return the index behind it; the date stands {@link #DATE_FROM_END} before
	 */
	static int putHead(ResponseHead head, int length, boolean close, boolean http11, byte[] serverField, byte[] date,
			byte[] out, int start) {
		int index = put(head.octets, out, start);
		if (!head.hasNoContent() && head.contentLength < 0) {
			index = put(CONTENT_LENGTH, out, index);
			index = putDecimal(length, out, index);
			index = putLineEnd(out, index);
		}
		if (close) {
			index = put(CLOSE, out, index);
		}
		else if (!http11) {
			index = put(KEEP_ALIVE, out, index);
		}
		index = put(serverField, out, index);
		index = put(DATE, out, index);
		index = put(date, out, index);
		index = putLineEnd(out, index);
		return putLineEnd(out, index);
	}

	private static int put(byte[] octets, byte[] out, int index) {
		System.arraycopy(octets, 0, out, index, octets.length);
		return index + octets.length;
	}

	private static int putLineEnd(byte[] out, int index) {
		out[index] = Octets.CR;
		out[index + 1] = Octets.LF;
		return index + 2;
	}

	private static int putDecimal(int value, byte[] out, int index) {
		int end = index + 1;
		for (int rest = value / 10; rest > 0; rest /= 10) {
			end++;
		}
		int rest = value;
		for (int i = end - 1; i >= index; i--) {
			out[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		return end;
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
