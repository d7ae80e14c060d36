package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;

/**
 * What a connection receives: decoded as it comes, or held while it must wait; and when
 * more of it is read. Nothing is held on an idle connection.
 */
final class ConnectionInput {

	private final Http1Connection connection;

	private final ChannelHandlerContext ctx;

	/** What was received and must wait; its first octet is the first not taken in. */
	private @Nullable ByteBuf held;

	private boolean readHeldBack;

	ConnectionInput(Http1Connection connection) {
		this.connection = connection;
		this.ctx = connection.ctx;
	}

	void receive(ByteBuf received) {
		if (this.connection.state == State.CLOSED) {
			discard(received);
			return;
		}
		ByteBuf input = received;
		if (this.held != null) {
			input = joinHeld(this.held, input);
		}
		else if (isHeldBack()) {
			input = copyOf(input);
		}
		else {
			this.connection.decoder.decode(input, false);
			return;
		}
		if (isHeldBack() || this.connection.decoder.awaitsMoreThan(input.readableBytes())) {
			this.held = input;
		}
		else {
			this.connection.decoder.decode(input, true);
		}
	}

	/** Whether no request may be taken in now. */
	private boolean isHeldBack() {
		return this.connection.state == State.WAIT || isOutputFull();
	}

	/** Whether the client has to take answers before a further request is taken in. */
	private boolean isOutputFull() {
		return this.connection.state == State.HEAD && !this.ctx.channel().isWritable();
	}

	private ByteBuf joinHeld(ByteBuf held, ByteBuf input) {
		this.held = null;
		held.discardSomeReadBytes();
		held.writeBytes(input);
		input.release();
		return held;
	}

	/**
	 * So that a small rest does not keep a large receive buffer from being used again.
	 */
	private ByteBuf copyOf(ByteBuf input) {
		ByteBuf copy = this.ctx.alloc().buffer(input.readableBytes());
		copy.writeBytes(input);
		input.release();
		return copy;
	}

	/**
	 * Takes back what is left when decoding has come to an end.
	 * @param own whether the buffer is this connection's own, so that the rest may stay
	 * in it
	 */
	void decoded(ByteBuf input, boolean own) {
		if (this.connection.state == State.CLOSED || !input.isReadable()) {
			discard(input);
		}
		else {
			this.held = own ? input : copyOf(input);
		}
	}

	/** Octets behind the last request: there may be more of them to come. */
	private void discard(ByteBuf input) {
		if (input.isReadable() && !this.connection.inputShutdown) {
			this.connection.closing.discarded(input.readableBytes());
		}
		input.release();
	}

	void discardHeld() {
		ByteBuf held = this.held;
		if (held != null) {
			this.held = null;
			discard(held);
		}
	}

	void releaseHeld() {
		ByteBuf held = this.held;
		if (held != null) {
			this.held = null;
			held.release();
		}
	}

	void readCompleted() {
		Http1Connection connection = this.connection;
		if (connection.batch.needsFlush()) {
			connection.batch.flush(this.ctx);
		}
		connection.lifecycle.readCompleted(isRequestPartial());
		this.ctx.fireChannelReadComplete();
		// Who reads a content asks for more of it; behind an early answer nobody does.
		boolean contentWanted = connection.passedOn && !connection.exchange.isResponseWritten();
		connection.passedOn = false;
		if (connection.state == State.HEAD || connection.state == State.CLOSED
				|| (connection.state == State.CONTENT && !contentWanted) || connection.inPlace.isDeferred()
				|| this.readHeldBack) {
			this.readHeldBack = false;
			readMore(); // behind a deferred answer to learn that the client is gone
		}
	}

	/** Asks for input, unless the client does not take its answers. */
	private void readMore() {
		if (isOutputFull()) {
			holdReadBack();
		}
		else if (!this.ctx.channel().config().isAutoRead()) {
			read();
		}
	}

	void read() {
		if (this.connection.inputShutdown) {
			return; // epoll fails the connection when it is asked to read behind the end
		}
		if (this.connection.gathering) {
			this.readHeldBack = true; // until it is known how much there is to hold
			return;
		}
		ByteBuf held = this.held;
		boolean full = this.connection.state == State.WAIT && held != null
				&& held.readableBytes() >= this.connection.settings.limits().maxHeld();
		if (full || isOutputFull()) {
			holdReadBack();
			return;
		}
		if (this.connection.state == State.CONTENT) {
			this.connection.lifecycle.contentAwaited();
		}
		this.ctx.read();
	}

	/**
	 * epoll and NIO go on reading by themselves as long as reading is automatic, which
	 * reactor-netty makes it behind each request.
	 */
	private void holdReadBack() {
		this.readHeldBack = true;
		if (this.ctx.channel().config().isAutoRead()) {
			this.ctx.channel().config().setAutoRead(false);
		}
	}

	void writabilityChanged() {
		if (this.ctx.channel().isWritable() && this.connection.state == State.HEAD && !this.connection.gathering) {
			resume();
		}
	}

	/** Goes on with what was held, and with reading. */
	void resume() {
		Http1Connection connection = this.connection;
		ByteBuf held = this.held;
		if (connection.state == State.HEAD && held != null && this.ctx.channel().isWritable()) {
			this.held = null;
			connection.decoder.decode(held, true);
		}
		if (connection.batch.needsFlush()) {
			connection.batch.flush(this.ctx);
		}
		if (connection.inputShutdown && isAtEndOfInput()) {
			connection.end();
			connection.closing.closeWhenWritten();
		}
		else if (connection.state == State.HEAD || (this.readHeldBack && this.held == null)
				|| connection.inPlace.isDeferred()) {
			this.readHeldBack = false;
			// Also with automatic reading: it asked when the last read completed, and may
			// have been held back. To ask again for what is asked for already does
			// nothing.
			read();
		}
		connection.passedOn = false;
		connection.lifecycle.readCompleted(isRequestPartial());
	}

	/**
	 * After the standard path has unwound, as reactor-netty itself goes on with a queued
	 * request.
	 */
	void resumeLater() {
		Http1Connection connection = this.connection;
		if (!connection.gathering && connection.state == State.HEAD
				&& (this.held != null || this.readHeldBack || connection.inputShutdown)) {
			this.ctx.executor().execute(this::resume);
		}
	}

	/** Whether all that came has been answered, or lacks octets that will not come. */
	private boolean isAtEndOfInput() {
		return this.connection.state == State.CONTENT
				|| (this.connection.state == State.HEAD && this.ctx.channel().isWritable());
	}

	/** Whether a request has been received in part only. */
	boolean isRequestPartial() {
		return this.held != null && this.connection.state == State.HEAD;
	}

	/** Whether requests that came before the client's end are still to be answered. */
	boolean isRequestWaiting() {
		return this.connection.state == State.WAIT || (this.held != null && isOutputFull());
	}

}
