package io.uringboot.engine.http1;

import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * One connection: the parts of its codec and what they have in common. Event loop only.
 */
final class Http1Connection {

	enum State {

		/** A request head comes next. */
		HEAD,

		/** Content of a request on the standard path comes next. */
		CONTENT,

		/** An answer is awaited; what comes is held. */
		WAIT,

		/** Nothing is taken in any more. */
		CLOSED

	}

	final ChannelHandlerContext ctx;

	final Http1Settings settings;

	final RequestHead head = new RequestHead();

	final RequestParser parser;

	final StandardExchange exchange = new StandardExchange();

	final OutputBatch batch = new OutputBatch();

	final ConnectionClosing closing;

	final ConnectionLifecycle lifecycle;

	final StandardPath standard;

	final InPlaceAnswers inPlace;

	final RequestDecoder decoder;

	final ConnectionInput input;

	State state = State.HEAD;

	/** Whether answers are being gathered: they are flushed when that is over. */
	boolean gathering;

	/** Whether a message was passed on since the last read completed. */
	boolean passedOn;

	boolean inputShutdown;

	private @Nullable ChunkedFraming chunks;

	Http1Connection(ChannelHandlerContext ctx, Http1Settings settings) {
		this.ctx = ctx;
		this.settings = settings;
		this.parser = new RequestParser(settings.limits(), this.head);
		this.closing = new ConnectionClosing(ctx);
		this.lifecycle = new ConnectionLifecycle(ctx, settings, this.closing);
		this.standard = new StandardPath(this);
		this.inPlace = new InPlaceAnswers(this);
		this.decoder = new RequestDecoder(this);
		this.input = new ConnectionInput(this);
	}

	ChunkedFraming chunks() {
		ChunkedFraming chunks = this.chunks;
		if (chunks == null) {
			chunks = new ChunkedFraming(this.settings.limits());
			this.chunks = chunks;
		}
		return chunks;
	}

	/** No further request is taken in: the answer that has been gathered is the last. */
	void end() {
		this.state = State.CLOSED;
		this.input.discardHeld();
		this.closing.request(null);
	}

	/** Answers a request that cannot be answered otherwise, as the last one. */
	void refuse(@Nullable RequestError error) {
		if (error == null) {
			throw new IllegalStateException("no error");
		}
		byte[] response = ErrorResponses.of(error, this.settings.serverField(), this.settings.date());
		this.batch.append(response, 0, response.length, this.ctx);
		this.state = State.CLOSED;
		this.closing.refused(error);
	}

}
