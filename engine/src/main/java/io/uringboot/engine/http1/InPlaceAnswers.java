package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;

/**
 * Has a connection's requests answered in place: those that its responder accepts, when
 * their content is complete. All others take the standard path.
 */
final class InPlaceAnswers {

	/** How often a chunked content is looked at whether it has become complete. */
	private static final int MAX_CHUNKED_LOOKS = 4;

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(InPlaceAnswers.class);

	private static final ResponseHead FAILED = ResponseHead.of(HttpResponseStatus.INTERNAL_SERVER_ERROR);

	private final Http1Connection connection;

	private final @Nullable InPlaceResponder responder;

	private final DeferredAnswers deferrals;

	private final ResponseWriter writer;

	private int chunkedLooks;

	/** Whether the handlers behind the codec have been looked at. */
	private boolean looked;

	private boolean allowed;

	InPlaceAnswers(Http1Connection connection) {
		this.connection = connection;
		this.responder = connection.settings.newResponder();
		this.deferrals = new DeferredAnswers(connection, this.responder);
		this.writer = new ResponseWriter(connection.ctx, connection.batch, connection.settings.serverField(),
				this::completed);
	}

	private void completed(DeferredResponse deferred) {
		this.deferrals.completed(deferred, this.writer);
	}

	/** Starts a batch of answers. */
	void batch() {
		this.writer.batch(this.connection.settings.date());
	}

	/** Whether an answer has been left for later. */
	boolean isDeferred() {
		return this.deferrals.isOpen();
	}

	void connectionClosed() {
		this.deferrals.connectionClosed();
	}

	/**
	 * Has a request answered, by whatever path.
	 * @param start the index of the head in the array of the buffers
	 * @return whether the next request may be taken in
	 */
	boolean request(ByteBuf input, LoopBuffers buffers, int start) {
		RequestHead head = this.connection.head;
		InPlaceResponder responder = this.responder;
		if (responder != null && !head.isExpectContinue() && !head.isUpgrade() && head.methodCode != Methods.CONNECT
				&& isAllowed(responder)) {
			int most = responder.accept(head);
			if (most != InPlaceResponder.NOT_MINE && head.contentLength() <= most) {
				return head.hasNoContent() ? answer(input, responder, head.length, start, 0)
						: withContent(input, buffers, responder, most);
			}
		}
		return standard(input);
	}

	/**
	 * Looks at the pipeline when the first request is there: by then whoever adds
	 * handlers to new connections has done so.
	 */
	private boolean isAllowed(InPlaceResponder responder) {
		if (!this.looked) {
			this.looked = true;
			this.allowed = PassedHandlers.areIndifferent(this.connection.ctx, responder.replacedHandlers());
		}
		return this.allowed;
	}

	private boolean standard(ByteBuf input) {
		this.chunkedLooks = 0;
		if (this.responder != null) {
			this.responder.leftToStandardPath();
		}
		return this.connection.standard.request(input);
	}

	/** A request whose content is complete, or that waits until it is. */
	private boolean withContent(ByteBuf input, LoopBuffers buffers, InPlaceResponder responder, int most) {
		RequestHead head = this.connection.head;
		if (head.isChunked()) {
			return chunked(input, buffers, responder, most);
		}
		int total = head.length + (int) head.contentLength();
		if (input.readableBytes() < total) {
			this.connection.decoder.await(total);
			return false;
		}
		int start = this.connection.decoder.mirror(input, buffers, total);
		head.bytes = buffers.input;
		head.start = start;
		return answer(input, responder, total, start, (int) head.contentLength());
	}

	private boolean chunked(ByteBuf input, LoopBuffers buffers, InPlaceResponder responder, int most) {
		RequestHead head = this.connection.head;
		int available = (int) Math.min(input.readableBytes(), head.length + 2L * most + 64);
		int start = this.connection.decoder.mirror(input, buffers, available);
		byte[] bytes = buffers.input;
		head.bytes = bytes;
		head.start = start;
		ChunkedFraming chunks = this.connection.chunks();
		chunks.reset();
		int from = start + head.length;
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
		this.connection.decoder.forgetMirror();
		if (chunks.error() != null) {
			this.connection.refuse(chunks.error());
			return false;
		}
		boolean small = contentEnd - from <= most;
		if (chunks.isEnd() && small) {
			return answer(input, responder, index - start, start, contentEnd - from);
		}
		if (!chunks.isEnd() && small && available == input.readableBytes() && ++this.chunkedLooks < MAX_CHUNKED_LOOKS) {
			this.connection.decoder.await(available + 1);
			return false;
		}
		return standard(input);
	}

	private boolean answer(ByteBuf input, InPlaceResponder responder, int total, int start, int contentLength) {
		RequestHead head = this.connection.head;
		ConnectionLifecycle lifecycle = this.connection.lifecycle;
		ResponseWriter writer = this.writer;
		boolean last = lifecycle.isLast(head);
		writer.start(head.methodCode == Methods.HEAD, head.isHttp11(), last);
		try {
			if (!responder.respond(head, head.bytes, start + head.length, contentLength, writer)) {
				return standard(input);
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
		this.chunkedLooks = 0;
		DeferredResponse deferred = writer.deferred();
		if (deferred != null) {
			this.deferrals.open(deferred, copy(head, contentLength));
			this.connection.state = State.WAIT;
		}
		this.connection.decoder.nextHead();
		if (last && deferred == null) {
			this.connection.end();
		}
		return !last && deferred == null;
	}

	private DeferredRequest copy(RequestHead head, int contentLength) {
		return DeferredRequest.copyOf(head, contentLength,
				head.isChunked() ? this.connection.chunks().trailers() : null);
	}

	/**
	 * A handler failed: the client gets an answer if none has begun, and the connection
	 * ends.
	 * @return true: the answer is the last one
	 */
	static boolean failed(ResponseWriter writer, RuntimeException failure) {
		logger.error("Answering a request in place failed; the connection is closed", failure);
		writer.undefer(); // who deferred and then failed will not answer
		if (!writer.isAnswered()) {
			writer.closeAfter();
			writer.write(FAILED);
		}
		return true;
	}

}
